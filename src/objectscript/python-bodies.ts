import type { Member } from './parsing/model.ts';

/** The body of a method in Python, ready to be compiled inside a function of that name and those parameters. */
export interface PythonBody {
  name: string;
  parameters: string[];
  /** Without the indentation that all its lines share. */
  source: string;
  /** The line of the file in which the source starts. */
  line: number;
}

/** The Python bodies of a class whose brackets all end, in the order of the file. */
export function listPythonBodies(text: string, members: readonly Member[]): PythonBody[] {
  return members.flatMap(({ name, arguments: list = [], open, close, whole }) => {
    if (!whole || open?.tokenType.name !== 'PythonOpen' || close === undefined) return [];
    const lines = text.slice(open.startOffset + 1, close.startOffset).split(/\r?\n/);
    const blank = lines.findIndex((line) => line.trim() !== '');
    const first = blank < 0 ? 0 : blank;
    return {
      name,
      parameters: list.map(({ token }) => token.image),
      source: `${dedent(lines.slice(first)).join('\n').trimEnd()}\n`,
      line: (open.startLine ?? 1) + first,
    };
  });
}

/** Takes the longest indentation that all lines with text share off them. */
function dedent(lines: readonly string[]): string[] {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.slice(0, line.length - line.trimStart().length));
  const shared = indents.reduce(sharedStart, indents[0] ?? '');
  return lines.map((line) => (line.startsWith(shared) ? line.slice(shared.length) : line.trimStart()));
}

function sharedStart(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a.slice(0, at);
}
