import { runtimeNames } from '#schema/sample.ts';
import { deriveTallies } from '../view/sample-figure.ts';
import type { Api } from './api.ts';
import { deriveLinks } from './links.ts';
import { deriveRuns } from './sample.ts';

/** What every sample did in every runtime. */
export function deriveSampleVerdicts(api: Api) {
  const { samples } = api.model.content.entries;
  const tallies = deriveTallies(api.model);
  return {
    sample_count: samples.length,
    runtimes: runtimeNames.flatMap((runtime, index) => {
      const tally = tallies[index];
      if (tally === undefined) return [];
      return { runtime, runtime_label: tally.runtime, declared: tally.declared, passed: tally.passed };
    }),
    verdicts: samples.flatMap((sample) =>
      deriveRuns(api, sample).map((run) => ({ sample: sample.id, ...run, links: deriveLinks(api, sample) })),
    ),
  };
}
