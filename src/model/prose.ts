/** A place in a file. Lines and columns count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** What the rules and the model need to know of an MDX body: facts with their places, not the syntax tree. */
export interface Prose {
  /** Targets of links, images, definitions and bare URLs, as written. */
  links: readonly { url: string; place: Place }[];
  headings: readonly { text: string; depth: number; place: Place }[];
  fences: readonly { language: string | null; illustrative: string | null; place: Place }[];
  /** HTML elements and components, with the attributes that are plain strings. */
  elements: readonly { name: string; attributes: Readonly<Record<string, string | null>>; place: Place }[];
  /** Imports, exports and expressions. */
  code: readonly { source: string; place: Place }[];
  /** Running text outside code, a piece a node. */
  texts: readonly Piece[];
}

/** A piece of running text. */
export interface Piece {
  value: string;
  place: Place;
  /** Columns at which its further lines begin. */
  columns?: readonly number[];
}

/** The place of a character of a piece. Exact unless an escape or a character reference stands before it on its line. */
export function locateInPiece({ value, place, columns = [] }: Piece, index: number): Place {
  const before = value.slice(0, index).split('\n');
  const down = before.length - 1;
  const start = down === 0 ? place.column : (columns[down - 1] ?? 1);
  return { line: place.line + down, column: start + (before.at(-1) ?? '').length };
}
