import type { Golden, JudgedSample } from './judge.ts';

/** A sample as the page runs it: published beside the sample's page as `program.json`. */
export interface Program {
  id: string;
  title: string;
  /** Name of the file that runs. */
  main: string;
  /** Texts of its files by name, byte for byte those of the recorded run. */
  files: Readonly<Record<string, string>>;
  /** What the recorded run printed. */
  golden: Golden;
  sample: JudgedSample;
}
