import { applyEdits, type Edit } from './edit.ts';
import { digestText, offsetOf } from './position.ts';
import type { ReadFile, Replacement } from './replacement.ts';

interface FileAccess {
  readFile: ReadFile;
  /** Writes a file whole or not at all. */
  writeFile: (file: string, text: string) => void;
}

export type AppliedFixes = { written: string[]; refusals?: never } | { written?: never; refusals: string[] };

/** Makes the replacements. When a single one no longer fits its file, nothing is written. */
export function applyFixes(replacements: readonly Replacement[], { readFile, writeFile }: FileAccess): AppliedFixes {
  const texts = new Map<string, string>();
  const refusals: string[] = [];
  for (const [file, ofFile] of Map.groupBy(replacements, (replacement) => replacement.file)) {
    const { text, refusal } = replaceIn(readFile(file), file, ofFile);
    if (refusal === undefined) texts.set(file, text);
    else refusals.push(refusal);
  }
  if (refusals.length > 0) return { refusals };
  for (const [file, text] of texts) writeFile(file, text);
  return { written: [...texts.keys()] };
}

/** The text of a file with its replacements made. */
export function replaceIn(
  text: string | undefined,
  file: string,
  replacements: readonly Replacement[],
): { text: string; refusal?: never } | { text?: never; refusal: string } {
  if (text === undefined) return { refusal: `${file}: Unexpected lack of the file, expected it as it was planned for` };
  const edits: Edit[] = [];
  for (const { line, column, before, after } of replacements) {
    const offset = offsetOf(text, { line, column });
    if (offset === undefined || !text.startsWith(before, offset))
      return { refusal: `${file}:${line}:${column}: Unexpected text, expected \`${before}\` as it was planned for` };
    edits.push({ offset, before, after });
  }
  const digest = digestText(text);
  if (replacements.some(({ fileSha256 }) => fileSha256 !== digest))
    return { refusal: `${file}: Unexpected change of the file, expected it as it was planned for` };
  return { text: applyEdits(text, edits) };
}
