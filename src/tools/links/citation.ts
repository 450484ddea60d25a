import type { Source } from '#schema/source.ts';

/** A source with a URL, as the checker sees it. */
export interface Citation {
  /** The id of the source. */
  id: string;
  /** Exactly as written in the source file. */
  url: string;
  expect: Source['expect'];
  /** Other URLs of the same document, tried in order for a replacement. */
  fallbacks: readonly string[];
  language: string;
  /** Where the URL is written, for messages. Lines and columns count from 1. */
  file: string;
  line: number;
  column: number;
  endColumn: number;
}
