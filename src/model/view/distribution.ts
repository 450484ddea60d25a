import { gapStatuses, type GapStatus } from '#schema/assessment.ts';
import { stateWords } from '../change-vocabulary.ts';
import { findCounting } from '../changes.ts';
import { chooseDays } from '../judgement-days.ts';
import { listJudgements } from '../judgements.ts';
import type { Model } from '../model.ts';
import { collectionTerms, gapTerms } from '../vocabulary.ts';
import { bestFirst } from './gap-states.ts';
import type { State } from './state.ts';

/** How many entries of a collection had each status, day by day. */
export interface Distribution {
  collection: 'edges' | 'proposals';
  title: string;
  /** How many entries there are: each day counts all of them. */
  total: number;
  /** The states that any day has, best first, and last what was not yet assessed. */
  states: { status: GapStatus | 'pending'; state: State }[];
  /** Oldest first; the counts stand in the order of `states`. */
  days: { on: string; counts: number[] }[];
  /** The newest day in words. */
  description: string;
}

/** Derives the distribution on each day the collection was judged; of many days on the newest, and the last of each year. */
export function deriveDistribution(model: Model, collection: Distribution['collection']): Distribution {
  const entries = model.content.entries[collection];
  const days = new Set(entries.flatMap((entry) => listJudgements(entry).map(({ on }) => on)));
  const counted = chooseDays([...days].sort()).map((on) => {
    const statuses = entries.map((entry) => {
      const judgement = findCounting(entry, on);
      return judgement && (gapStatuses.find((word) => word === judgement.status) ?? 'unknown');
    });
    return { on, count: (status: GapStatus | undefined) => statuses.filter((word) => word === status).length };
  });
  const all = [
    ...bestFirst.map((status) => ({ status, state: gapTerms[status], of: status })),
    { status: 'pending' as const, state: { word: stateWords.pending }, of: undefined },
  ];
  const states = all.filter(({ of }) => counted.some(({ count }) => count(of) > 0));
  const rows = counted.map(({ on, count }) => ({ on, counts: states.map(({ of }) => count(of)) }));
  const plural = collectionTerms[collection].plural;
  return {
    collection,
    title: plural,
    total: entries.length,
    states: states.map(({ status, state }) => ({ status, state })),
    days: rows,
    description: rows
      .map(
        ({ on, counts }) =>
          `On ${on}: ${states
            .map(({ state }, index) => `${counts[index] ?? 0} ${state.word.toLowerCase()}`)
            .filter((_, index) => counts[index] !== 0)
            .join(', ')}.`,
      )
      .join(' '),
  };
}
