import { addDays, countDays } from '#model/day.ts';
import type { LinkRecord } from '#schema/link-health.ts';
import type { Waiver } from '#schema/waiver.ts';
import { evidenceClasses } from '../observation.ts';
import { enter } from './apply-day.ts';
import { clampDay } from './day-evidence.ts';
import { isLongEnough } from './quarantine.ts';
import { covers, isInForce } from './waivers.ts';

/** Days without a good answer after which nobody can say any more that a page still says what it is cited for. */
const verifiedForDays = 30;

/** Brings the state to `today`: a waiver begins or ends, and what was verified long ago no longer counts as verified. */
export function settleState(record: LinkRecord, today: string, waivers: readonly Waiver[]): LinkRecord {
  if (findCovering(record, today, waivers).length > 0) return enter(record, 'waived', today);
  const bare = record.state === 'waived' ? endWaiver(record, today) : record;
  return isStale(bare, today) ? enter(bare, 'unverifiable', today) : bare;
}

/** Brings the next check forward to the day after the waiver, which nobody may have renewed by then. */
export function settleNextDue(record: LinkRecord, today: string, waivers: readonly Waiver[]): LinkRecord {
  const [last] = findCovering(record, today, waivers)
    .map(({ expires }) => expires)
    .sort()
    .reverse();
  return last === undefined ? record : { ...record, nextDue: clampDay(record.nextDue, addDays(last, 1)) };
}

/** The waivers in force for what was found last. What a waived verdict was is no longer known. */
function findCovering(
  { citation, last: { verdict } }: LinkRecord,
  today: string,
  waivers: readonly Waiver[],
): Waiver[] {
  return waivers.filter(
    (waiver) =>
      isInForce(waiver.expires, today) &&
      (verdict === 'waived' ? waiver.match.citation === citation : covers(waiver, citation, verdict)),
  );
}

/** What a record is when nothing excuses it any more. It is due: what the waiver covered is no longer known. */
function endWaiver(record: LinkRecord, today: string): LinkRecord {
  const { streak, lastOk, lastChecked, last, unstable } = record;
  const state =
    streak === null
      ? lastOk === null
        ? 'new'
        : 'healthy'
      : isLongEnough(streak, { on: lastChecked ?? today, verdict: last.verdict, unstable })
        ? 'dead'
        : 'suspect';
  return { ...enter(record, state, today), nextDue: today };
}

function isStale({ state, streak, last, lastOk, firstSeen }: LinkRecord, today: string): boolean {
  if (state === 'dead' || countDays(lastOk ?? firstSeen, today) < verifiedForDays) return false;
  // One that is on its way to being dead stays on it, as long as its newest observation counts.
  return state !== 'suspect' || evidenceClasses[last.verdict] !== streak?.kind;
}
