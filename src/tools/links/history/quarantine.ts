import { countDays } from '#model/day.ts';
import type { LinkRecord, LinkVerdict } from '#schema/link-health.ts';
import { evidenceClasses } from '../observation.ts';

type Streak = NonNullable<LinkRecord['streak']>;

/** How often and for how many days a link fails before it counts as dead. Both must hold: neither alone means much. */
const thresholds = {
  negative: { count: 3, days: 3 },
  weak: { count: 5, days: 14 },
  // What a page says does not come and go as servers do: it needs a human more than time.
  drifted: { count: 2, days: 1 },
} as const;

/** Whether a streak that reached `on` with the verdict, which may be unknown, is long enough for the link to be dead. */
export function isLongEnough(
  { kind, n, from }: Streak,
  { on, verdict, unstable }: { on: string; verdict?: LinkVerdict; unstable?: boolean },
): boolean {
  const { count, days } = deriveDeathThreshold(kind, { verdict, unstable });
  return n >= count && countDays(from, on) >= days;
}

/** How long a streak has to be for its link to be dead, given what was last found. */
export function deriveDeathThreshold(
  kind: Streak['kind'],
  { verdict, unstable }: { verdict?: LinkVerdict | undefined; unstable?: boolean | undefined },
): { count: number; days: number } {
  // A page that says it every second time may well fail twice in a row.
  return thresholds[verdict === 'drifted' && unstable !== true ? 'drifted' : kind];
}

/** The streak after a day that was not good, and whether the day moved it. A neutral day never does. */
export function moveStreak(
  streak: LinkRecord['streak'],
  verdict: LinkVerdict,
  on: string,
): { streak: LinkRecord['streak']; moved: boolean } {
  const kind = evidenceClasses[verdict];
  if (kind !== 'negative' && kind !== 'weak') return { streak, moved: false };
  // Silence between wrong answers neither counts nor starts anew.
  if (kind === 'weak' && streak?.kind === 'negative') return { streak, moved: false };
  if (streak?.kind !== kind) return { streak: { kind, n: 1, from: on }, moved: true };
  return { streak: { ...streak, n: streak.n + 1 }, moved: true };
}
