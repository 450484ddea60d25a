import { join } from 'node:path';
import { judge } from '#runner/judge.ts';
import { normalise } from '#runner/normalise.ts';
import type { Result } from './run.ts';

/** A golden output to write; without text, a file to remove. */
export interface GoldenChange {
  path: string;
  text: string;
}

/**
 * Outputs of this run that differ from the recorded ones and may take their place: the program ended as declared, and
 * every runtime that ran it printed the same. Runtimes that disagree leave the record as it is, and the sample failed.
 */
export function listGoldenChanges(results: readonly Result[]): GoldenChange[] {
  return [...Map.groupBy(results, ({ job }) => job.id).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { job } = first;
    const ended = group.flatMap(({ raw }) => (raw.kind === 'exited' ? [raw] : []));
    const { sample, main } = job;
    const raises = sample.expect.raises !== undefined;
    const read = (raw: (typeof ended)[number]) => ({
      stdout: normalise(raw.stdout, sample.normalise),
      stderr: normalise(raw.stderr, sample.normalise),
    });
    // Judged by its own output, a run passes when it ended as declared. What a probe prints is its answer, and is no golden.
    const isFit = (raw: (typeof ended)[number]) =>
      !raw.truncated && judge(sample, read(raw), raw, main).outcome === 'passed';
    if (sample.role === 'probe' || ended.length === 0 || !ended.every((raw) => isFit(raw))) return [];
    return (['stdout', 'stderr'] as const).flatMap((stream) => {
      // What an expected exception prints names files and lines of its runtime; its type and message are declared instead.
      if (stream === 'stderr' && raises) return [];
      const texts = new Set(ended.map((raw) => read(raw)[stream]));
      const [text = ''] = texts;
      // A replacement character stands for bytes that are no UTF-8, which a golden cannot hold.
      if (texts.size > 1 || text === job.golden[stream] || text.includes('\uFFFD')) return [];
      return [{ path: join(job.directory, `expected.${stream}`), text }];
    });
  });
}
