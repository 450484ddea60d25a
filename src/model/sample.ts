import type { RuntimeName, Sample } from '#schema/sample.ts';

/** A sample's files, as read from its folder. */
export interface SampleFiles {
  /** Name of the file that runs. */
  main: string;
  /** Texts of the files that run or are shown, by name: the record and the golden outputs are not among them. */
  texts: Readonly<Record<string, string>>;
  stdout: string;
  stderr: string;
  /** Digest of everything a verdict depends on. */
  sha256: string;
}

/** A named part of a file, between two marks. Lines count from 1 and leave the marks out. */
export interface Region {
  name: string;
  line: number;
  text: string;
}

const mainFiles: Record<Sample['language'], string> = {
  python: 'main.py',
  objectscript: 'Main.cls',
  bpl: 'main.bpl.xml',
};

/** Whether a sample is for a runtime. One that is not says why. */
export function isDeclared({ runtimes }: Pick<Sample, 'runtimes'>, name: RuntimeName): boolean {
  const declared = runtimes[name];
  return declared === true || !('skip' in declared);
}

/** The file of a sample that runs or is checked. */
export function renderMainName(language: Sample['language']): string {
  return mainFiles[language];
}

const opening = /^(?<indent>[ \t]*)(?:#|\/\/|<!--)\s*region\s+(?<name>[a-z0-9-]+)\s*(?:-->)?\s*$/;
const closing = /^[ \t]*(?:#|\/\/|<!--)\s*endregion\b/;

/** Finds the regions of a text, indented to the left. A region that is not closed reaches to the end. */
export function listRegions(text: string): Region[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = opening.exec(line)?.groups?.name;
    if (name === undefined) return [];
    const inner = lines.slice(index + 1, findEnd(lines, index));
    return [
      { name, line: index + 2, text: dedent(inner.filter((other) => !opening.test(other) && !closing.test(other))) },
    ];
  });
}

/** The index of the mark that closes the region opened at an index: regions may stand inside each other. */
function findEnd(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (opening.test(line)) depth += 1;
    else if (closing.test(line)) depth -= 1;
    if (depth === 0) return index;
  }
  return lines.length;
}

/** The text without the lines that mark its regions. */
export function removeMarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !opening.test(line) && !closing.test(line))
    .join('\n');
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  const text = lines.map((line) => line.slice(indent)).join('\n');
  return `${text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n`;
}
