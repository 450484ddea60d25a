/** What a runtime is, for the record. */
export interface RuntimeFacts {
  version: string;
  python?: string;
  host: string;
}

/** Something wrong at a place in a file of the sample. */
export interface FileProblem {
  file: string;
  line: number;
  column: number;
  reason: string;
  hint?: string | undefined;
}

/** What a run came to. Output is decoded and at most 64 kB; `truncated` says that there was more. */
export type RunResult =
  | {
      kind: 'exited';
      exit: number;
      stdout: string;
      stderr: string;
      truncated: boolean;
      /** What it ran in, where that differs from what the probe found. */
      facts?: Partial<RuntimeFacts>;
    }
  | { kind: 'timed-out'; stdout: string; stderr: string }
  | { kind: 'crashed'; reason: string; stdout: string; stderr: string }
  | { kind: 'checked'; problems: readonly FileProblem[] }
  | { kind: 'absent'; reason: string };
