import type { RunResult, RuntimeFacts } from '#runner/run-result.ts';
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

/** Something that runs samples. */
export interface Runtime {
  name: RuntimeName;
  /** What it is, for the record; a reason when it is not there. */
  probe: (signal?: AbortSignal) => Promise<RuntimeFacts | { absent: string }>;
  run: (program: Program, signal: AbortSignal) => Promise<RunResult>;
  /** Ends what the runtime keeps running between programs. */
  close: () => Promise<void>;
}
