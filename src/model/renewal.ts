import type { Evidence } from '#schema/evidence.ts';
import { renderCount, renderList } from '#report/phrase.ts';
import type { ClaimEntry } from './content.ts';
import type { Judgement } from './judgements.ts';

/** One search to repeat, as it was recorded. */
export type RecordedSearch = NonNullable<Evidence['absence']>[number];

/** What it takes to judge a claim anew: everything its newest judgement rests on, looked at again. */
export interface Renewal {
  /** Ids of sources to read, each once, in the order they are cited. */
  read: string[];
  /** Ids of sources whose figures were measured. */
  measure: string[];
  searches: RecordedSearch[];
  /** Ids of samples to run. */
  run: string[];
}

/**
 * Derives what to do from the evidence for and against a judgement. Context decides nothing, and an internal report
 * can be read by nobody outside, so neither is asked for. The samples of the entry assert what it says, so they run too.
 */
export function deriveRenewal(entry: ClaimEntry, judgement: Judgement): Renewal {
  const deciding = judgement.evidence.filter(({ stance }) => stance !== 'context');
  const renewal: Renewal = { read: [], measure: [], searches: [], run: [...new Set(entry.data.samples)] };
  for (const { kind, source, absence = [] } of deciding) {
    switch (kind) {
      case 'absence-search':
        renewal.searches.push(...absence);
        break;
      case 'measurement':
        addOnce(renewal.measure, source);
        break;
      case 'sample-run':
        // Without a sample of the entry the run was one of somebody else, told by the source.
        if (renewal.run.length === 0) addOnce(renewal.measure, source);
        break;
      case 'internal-report':
        break;
      case 'vendor-doc':
      case 'release-note':
      case 'source-code':
      case 'issue-thread':
      case 'community-post':
        addOnce(renewal.read, source);
        break;
      default:
        kind satisfies never;
    }
  }
  return renewal;
}

/** The work in one phrase: "read 4 sources, repeat 1 search and run 2 samples". */
export function renderRenewal({ read, measure, searches, run }: Renewal): string {
  const steps = [
    read.length > 0 && `read ${renderCount(read.length, 'source')}`,
    searches.length > 0 && `repeat ${renderCount(searches.length, 'search', 'searches')}`,
    measure.length > 0 && `measure ${renderCount(measure.length, 'figure')}`,
    run.length > 0 && `run ${renderCount(run.length, 'sample')}`,
  ].filter((step) => step !== false);
  return steps.length === 0 ? 'find evidence that can be looked at' : renderList(steps);
}

function addOnce(ids: string[], id: string): void {
  if (!ids.includes(id)) ids.push(id);
}
