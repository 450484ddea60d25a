import type { RuntimeName, Sample } from '#schema/sample.ts';

/** A sample as a runtime gets it. */
export interface Program {
  id: string;
  sample: Sample;
  /** Its folder, absolute. */
  directory: string;
  /** Texts of its files by name, `main` among them. */
  files: Readonly<Record<string, string>>;
  main: string;
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

/** Something that runs samples. */
export interface Runtime {
  name: RuntimeName;
  /** What it is, for the record; a reason when it is not there. */
  probe: (signal?: AbortSignal) => Promise<RuntimeFacts | { absent: string }>;
  run: (program: Program, signal: AbortSignal) => Promise<RunResult>;
  /** Ends what the runtime keeps running between programs. */
  close: () => Promise<void>;
}

export interface RuntimeFacts {
  version: string;
  python?: string;
  host: string;
}
