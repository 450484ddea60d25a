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
    const match = opening.exec(line);
    if (match?.groups?.name === undefined) return [];
    const length = lines.slice(index + 1).findIndex((other) => closing.test(other));
    const inner = lines
      .slice(index + 1, length === -1 ? undefined : index + 1 + length)
      .filter((other) => !opening.test(other));
    return [{ name: match.groups.name, line: index + 2, text: dedent(inner) }];
  });
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
  const indent = Math.min(...indents, Infinity);
  return lines
    .map((line) => line.slice(Number.isFinite(indent) ? indent : 0))
    .join('\n')
    .trim()
    .concat('\n');
}
