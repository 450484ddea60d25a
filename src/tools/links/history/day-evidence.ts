import { evidenceClasses, type Observation } from '../observation.ts';

/** What the observations of one citation on one day add up to. */
export interface DayEvidence {
  /** The day. */
  on: string;
  /** The one that decides: a good answer clears, a wrong one outweighs none at all, and none outweighs no judgement. */
  deciding: Observation;
  /** Whether the page was seen wrong on the day, whatever decides. */
  hasNegative: boolean;
}

/** Which verdict decides a day: the one with the higher rank. It does not depend on which came first. */
export function rankVerdict(verdict: Observation['verdict']): number {
  if (verdict === 'waived') return 1;
  // Whoever is wrong in two ways is not wrong in the one that is taken for certain soonest.
  if (verdict === 'drifted') return 3;
  return { positive: 5, negative: 4, weak: 2, neutral: 0 }[evidenceClasses[verdict]];
}

/** Adds the observations of one citation up by day, in the order of days. A day after `today` counts as today. */
export function deriveDays(observations: readonly Observation[], today: string): DayEvidence[] {
  const days = Map.groupBy(observations, (observation) => clampDay(dayOf(observation), today));
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([on, ofDay]) => {
      const [deciding] = ofDay.toSorted(compareWeight);
      const hasNegative = ofDay.some(({ verdict }) => evidenceClasses[verdict] === 'negative');
      return deciding === undefined ? [] : [{ on, deciding, hasNegative }];
    });
}

/** The day of an observation, in UTC as everything the checker dates. */
export function dayOf({ at }: Pick<Observation, 'at'>): string {
  return at.slice(0, 10);
}

/** The day, or `latest` when it is after that. */
export function clampDay(day: string, latest: string): string {
  return day > latest ? latest : day;
}

/** The heavier first; among equals the newest; what is still equal in the order of what it says. */
function compareWeight(a: Observation, b: Observation): number {
  return (
    rankVerdict(b.verdict) - rankVerdict(a.verdict) ||
    compareText(b.at, a.at) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
