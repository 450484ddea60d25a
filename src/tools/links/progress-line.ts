import type { LaneProgress } from './schedule/progress.ts';

/** How many waits are named: a line has to fit. */
const named = 2;

/** "12/104, 1.5/s, 62 s left; waiting for docs.example.org (30 left)". */
export function renderProgressLine({ done, total, ratePerS, leftMs, waits }: LaneProgress): string {
  const waiting = waits.slice(0, named).map(({ bucket, left }) => `${bucket} (${left} left)`);
  const tail = waiting.length === 0 ? '' : `; waiting for ${waiting.join(', ')}`;
  return `${done}/${total}, ${ratePerS.toFixed(1)}/s, ${Math.ceil(leftMs / 1000)} s left${tail}`;
}
