/** A piece of a source file to be written anew. Lines and columns count from 1. */
export interface Replacement {
  citation: string;
  file: string;
  line: number;
  column: number;
  /** What stands there now; empty where something is put in. */
  before: string;
  after: string;
  /** Why, in one sentence. */
  reason: string;
  /** Digest of the file that it was planned for. */
  fileSha256: string;
}

/** A citation that has a suggestion and is left to a human. */
export interface LeftToHuman {
  citation: string;
  file: string;
  line: number;
  column: number;
  reason: string;
}

export interface FixPlan {
  replacements: readonly Replacement[];
  left: readonly LeftToHuman[];
}

/** The text of a file, exactly as it is on the disk; undefined when there is none. */
export type ReadFile = (file: string) => string | undefined;
