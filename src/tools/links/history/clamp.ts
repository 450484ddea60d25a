import { addDays } from '#model/day.ts';
import type { LinkRecord } from '#schema/link-health.ts';
import { clampDay } from './day-evidence.ts';
import { longestWaitDays } from './next-due.ts';

/**
 * A record without days that are yet to come, which a clock wrote that was wrong then or is wrong now. What was seen
 * counts as seen on the eve, so that today's observations still count; a streak counts from today, so that no link dies
 * of a wrong clock.
 */
export function clampRecord(record: LinkRecord, today: string): LinkRecord {
  const seen = (day: string) => (day > today ? addDays(today, -1) : day);
  const { since, firstSeen, lastChecked, lastOk, streak, flippedOn, nextDue } = record;
  return {
    ...record,
    since: clampDay(since, today),
    firstSeen: clampDay(firstSeen, today),
    lastChecked: lastChecked && seen(lastChecked),
    lastOk: lastOk && seen(lastOk),
    streak: streak && { ...streak, from: clampDay(streak.from, today) },
    flippedOn: flippedOn && seen(flippedOn),
    nextDue: nextDue > addDays(today, longestWaitDays) ? today : nextDue,
  };
}

/** The names of the days that were clamped, in the order of the record. */
export function listClamped(before: LinkRecord, after: LinkRecord): string[] {
  const days = (record: LinkRecord) => ({ ...record, 'streak.from': record.streak?.from }) as Record<string, unknown>;
  const [old, now] = [days(before), days(after)];
  return ['since', 'firstSeen', 'lastChecked', 'lastOk', 'streak.from', 'flippedOn', 'nextDue'].filter(
    (name) => old[name] !== now[name],
  );
}
