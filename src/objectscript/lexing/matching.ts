import type { CustomPatternMatcherFunc, IToken } from 'chevrotain';

type Scan = (text: string, offset: number, before: IToken[]) => string | undefined;

/** A token pattern written as a function: the text it takes from `offset` on, or undefined. */
export function takes(scan: Scan): CustomPatternMatcherFunc {
  return (text, offset, before) => {
    const image = scan(text, offset, before);
    return image === undefined ? null : [image];
  };
}

/** The text a sticky pattern takes at an offset. */
export function takeAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

/** Whether only blanks stand before the offset in its line. */
export function isLineStart(text: string, offset: number): boolean {
  let at = offset - 1;
  while (text[at] === ' ' || text[at] === '\t') at -= 1;
  return at < 0 || text[at] === '\n' || text[at] === '\uFEFF';
}

/** Whether the offset is column 1. */
export function isColumnOne(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n' || text[offset - 1] === '\uFEFF';
}
