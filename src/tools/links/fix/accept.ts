import { isDeepStrictEqual } from 'node:util';
import { isDay } from '#model/day.ts';
import { applyEdits, type Edit } from './edit.ts';
import { digestText, placeOf } from './position.ts';
import type { ReadFile, Replacement } from './replacement.ts';
import { renderLike } from './scalar.ts';
import { findPair, findPlaceFor, findScalar, parseSourceFile, renderLines, type SourceFile } from './source-file.ts';

interface Acceptance {
  /** The source, and the file it stands in. */
  id: string;
  file: string;
  /** The day a human read it. */
  today: string;
}

/** Plans to record that a human read a source: its `accessedOn` becomes that day. No replacement when it is already. */
export function planAcceptance(
  { id, file: path, today }: Acceptance,
  readFile: ReadFile,
): { replacements: Replacement[]; refusal?: never } | { replacements?: never; refusal: string } {
  if (!isDay(today)) return { refusal: `Unexpected day \`${today}\`, expected one as \`YYYY-MM-DD\`` };
  const text = readFile(path);
  if (text === undefined) return { refusal: `${path}: Unexpected lack of the file, expected the source \`${id}\`` };
  const file = parseSourceFile(text);
  const edit = file && editDay(file, today);
  if (file === undefined || edit === undefined)
    return { refusal: `${path}: Unexpected way to write the file, expected a record with a line for each key` };
  if (edit.before === edit.after) return { replacements: [] };
  const edited = parseSourceFile(applyEdits(text, [edit]))?.data;
  if (!isDeepStrictEqual(edited, { ...file.data, accessedOn: today }))
    return { refusal: `${path}: Unexpected way to write the file, expected one that can be added to` };
  const { offset, ...change } = edit;
  const reason = `Somebody read the page on ${today}.`;
  return {
    replacements: [
      { citation: id, file: path, ...placeOf(text, offset), ...change, reason, fileSha256: digestText(text) },
    ],
  };
}

function editDay(file: SourceFile, today: string): Edit | undefined {
  if (findPair(file, 'accessedOn') === undefined) {
    const offset = findPlaceFor(file, 'accessedOn');
    return { offset, before: '', after: renderLines(file.text, offset, [`accessedOn: ${today}`]) };
  }
  const day = findScalar(file, 'accessedOn');
  return day && { offset: day.offset, before: day.before, after: renderLike(day.before, today) };
}
