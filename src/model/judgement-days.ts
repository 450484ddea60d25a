import { listClaimEntries, type Entries } from './content.ts';
import { listJudgements } from './judgements.ts';

/** Up to how many days of judgement everything is published: each day, and each pair of days. */
export const fullLimit = 12;

/** Two days to compare, the earlier one first, both `YYYY-MM-DD`. */
export interface DayPair {
  from: string;
  to: string;
}

/** The days on which anything was judged, oldest first. */
export function listJudgementDays(entries: Entries): string[] {
  const days = listClaimEntries(entries).flatMap((entry) => listJudgements(entry).map(({ on }) => on));
  return [...new Set(days)].sort();
}

/** The days that have a page of their own: all of them, or the newest ones and the last of each year. Oldest first. */
export function chooseDays(days: readonly string[]): string[] {
  if (days.length <= fullLimit) return [...days];
  return [...new Set([...listYearEnds(days), ...days.slice(-fullLimit)])].sort();
}

/**
 * The pairs of days that are compared, the newest first. All pairs while the days are few. Beyond that each day with the
 * one before, the newest with every day that has a page of its own, and the last days of all years with each other:
 * pages then grow with the days, and no longer with their square.
 */
export function choosePairs(days: readonly string[]): DayPair[] {
  const newest = days.slice(-1);
  const pairs =
    days.length <= fullLimit
      ? pairAll(days)
      : [
          ...days.slice(1).map((to, index) => ({ from: days[index] ?? to, to })),
          ...newest.flatMap((to) => chooseDays(days.slice(0, -1)).map((from) => ({ from, to }))),
          ...pairAll(listYearEnds(days)),
        ];
  const unique = new Map(pairs.map((pair) => [`${pair.to} ${pair.from}`, pair]));
  return [...unique].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, pair]) => pair);
}

function pairAll(days: readonly string[]): DayPair[] {
  return days.flatMap((to, index) => days.slice(0, index).map((from) => ({ from, to })));
}

/** The last day of each year, oldest first. */
function listYearEnds(days: readonly string[]): string[] {
  return [...new Map(days.map((day) => [day.slice(0, 4), day])).values()];
}
