/** A change to a text: `before` stands at the offset, and `after` comes in its place. */
export interface Edit {
  offset: number;
  before: string;
  after: string;
}

/** Makes edits that do not overlap. Two at one offset keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let edited = '';
  let end = 0;
  for (const { offset, before, after } of edits.toSorted((a, b) => a.offset - b.offset)) {
    edited += text.slice(end, offset) + after;
    end = offset + before.length;
  }
  return edited + text.slice(end);
}
