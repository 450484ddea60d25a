import { addDays, countDays } from '#model/day.ts';
import type { LinkRecord } from '#schema/link-health.ts';

const calmDays = 7;
const jitterShare = 0.5;
const firstRecheckDays = 1;
const laterRecheckDays = 3;

/** The longest that a record may wait for its check, in days. A day further off comes from a wrong clock. */
export const longestWaitDays = Math.ceil(calmDays * (1 + jitterShare));

/**
 * The day of the next check. A suspect is looked at a day after it failed first, then every three days; the look after an
 * hour is the second pass of the same run. All others wait a week, more or less by half, so that they do not all fall due
 * at once: `share` is a number from 0 up to 1.
 */
export function deriveNextDue(
  { state, streak }: Pick<LinkRecord, 'state' | 'streak'>,
  on: string,
  share: number,
): string {
  if (state === 'suspect') {
    const isFirst = streak === null || countDays(streak.from, on) < firstRecheckDays;
    return addDays(on, isFirst ? firstRecheckDays : laterRecheckDays);
  }
  return addDays(on, Math.round(calmDays * (1 - jitterShare + 2 * jitterShare * share)));
}
