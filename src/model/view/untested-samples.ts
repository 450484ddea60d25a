import type { Model } from '../model.ts';
import { renderEntryPath, renderIndexPath } from '../routes.ts';
import { capList, type CappedList } from './capped-list.ts';
import { deriveVerdictRows } from './sample-figure.ts';

/** How many samples of one reason are named. */
const limit = 30;

/** Samples that a runtime has not run, for one reason. */
export interface UntestedGroup {
  runtime: string;
  reason: string;
  samples: CappedList<{ path: string; title: string }>;
}

/** Every sample that was not run where it is for, by runtime and reason; the reason of the most samples first. */
export function listUntested(model: Model): UntestedGroup[] {
  const untested = model.content.entries.samples.flatMap((sample) =>
    deriveVerdictRows(model, sample)
      .filter(({ outcome }) => outcome === 'untested')
      .map(({ runtime, note }) => ({ runtime, note, path: renderEntryPath(sample), title: sample.data.title })),
  );
  return [...Map.groupBy(untested, ({ runtime, note }) => `${runtime} ${note}`).values()]
    .flatMap((group): UntestedGroup[] => {
      const [first] = group;
      if (first === undefined) return [];
      const samples = group.map(({ path, title }) => ({ path, title }));
      return [
        { runtime: first.runtime, reason: first.note, samples: capList(samples, limit, renderIndexPath('samples')) },
      ];
    })
    .sort((a, b) => b.samples.total - a.samples.total);
}
