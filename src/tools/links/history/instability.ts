import { countDays } from '#model/day.ts';
import type { LinkRecord } from '#schema/link-health.ts';

type Instability = Pick<LinkRecord, 'unstable' | 'flippedOn'>;

/** Days without a flip after which a page counts as stable again. */
const quietDays = 30;

/**
 * Whether a page meets its expectation only every so often. One that was wrong and right on one day does; one that came
 * back after wrong days may have been mended, so it does when that happens again within a month.
 */
export function deriveInstability(
  { unstable, flippedOn }: Instability,
  on: string,
  flip: 'within-day' | 'between-days' | 'none',
): Instability {
  const isQuiet = flippedOn === undefined || countDays(flippedOn, on) >= quietDays;
  if (flip === 'none') return isQuiet ? { unstable: undefined, flippedOn: undefined } : { unstable, flippedOn };
  const isUnstable = flip === 'within-day' || unstable === true || !isQuiet;
  return { unstable: isUnstable || undefined, flippedOn: on };
}
