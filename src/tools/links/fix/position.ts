import { createHash } from 'node:crypto';

/** Where an offset is in a text. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The offset of a place in a text; undefined when the text has no such place. */
export function offsetOf(text: string, { line, column }: { line: number; column: number }): number | undefined {
  let start = 0;
  for (let current = 1; current < line; current += 1) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const end = text.indexOf('\n', start);
  const offset = start + column - 1;
  return offset <= (end === -1 ? text.length : end) ? offset : undefined;
}

/** Digest by which a file is known again. */
export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
