/** Where a Python traceback ends, as far as it lies in a given file. */
export interface Frame {
  line: number;
  /** From 1; 1 where the traceback marks no column. */
  column: number;
}

/** What a Python traceback says: the exception that ended the program, and its innermost frame in the program. */
export interface Traceback {
  type: string;
  message: string;
  frame?: Frame;
}

const framePattern = /^ {2}File "(?<file>[^"]+)", line (?<line>\d+)/;
const endPattern = /^(?<type>[A-Za-z_][\w.]*)(?:: (?<message>[\s\S]*))?$/;

/** Parses the last traceback of an output. Undefined when there is none. Columns count in `source`, the text of the main file. */
export function parseTraceback(stderr: string, main: string, source = ''): Traceback | undefined {
  const text = openGroup(stderr);
  const rows = source.split('\n');
  const start = Math.max(text.lastIndexOf('Traceback (most recent call last):'), findSyntaxError(text, main));
  if (start < 0) return undefined;
  const lines = text.slice(start).trimEnd().split('\n');
  let frame: Frame | undefined;
  let end: string | undefined;
  lines.forEach((line, index) => {
    const match = framePattern.exec(line);
    if (match?.groups?.file?.split(/[\\/]/).at(-1) === main) {
      const number = Number(match.groups.line);
      const indent = /^\s*/.exec(rows[number - 1] ?? '')?.[0].length ?? 0;
      frame = { line: number, column: readColumn(lines, index, indent) };
    }
    if (end === undefined && index > 0 && /^[A-Za-z_]/.test(line)) end = lines.slice(index).join('\n');
  });
  const match = endPattern.exec(end ?? '');
  if (match?.groups?.type === undefined) return undefined;
  return { type: match.groups.type, message: match.groups.message ?? '', ...(frame !== undefined && { frame }) };
}

/** A syntax error prints no "Traceback" line: it begins at the file. */
function findSyntaxError(stderr: string, main: string): number {
  const match = new RegExp(`^  File "[^"]*${main.replaceAll('.', '\\.')}", line \\d+$`, 'm').exec(stderr);
  return match?.index === undefined ? -1 : Math.max(0, match.index - 1);
}

/** Turns the last traceback of an exception group into a plain one: the lines of the group itself, without those of its parts. */
function openGroup(stderr: string): string {
  const mark = '  + Exception Group Traceback (most recent call last):\n';
  const start = stderr.startsWith(mark) ? 0 : stderr.lastIndexOf(`\n${mark}`) + 1;
  if (!stderr.startsWith(mark, start)) return stderr;
  const lines = stderr.slice(start + mark.length).split('\n');
  const length = lines.findIndex((line) => !line.startsWith('  | '));
  const own = lines.slice(0, length === -1 ? undefined : length).map((line) => line.slice(4));
  const isLast = !stderr.slice(start).includes('\nTraceback (most recent call last):');
  return isLast ? ['Traceback (most recent call last):', ...own].join('\n') : stderr;
}

/** The column that the marks below a frame's source line begin at, counted in the file: the line is printed without its indent. */
function readColumn(lines: readonly string[], index: number, indent: number): number {
  const marks = lines[index + 2];
  if (marks === undefined || !/^\s+[~^]+/.test(marks)) return 1;
  return marks.search(/[~^]/) - 3 + indent;
}
