import type { Distribution } from '#model/view/distribution.ts';

/** A piece of a bar, in units of the drawing. */
export interface Segment {
  status: Distribution['states'][number]['status'];
  x: number;
  width: number;
  count: number;
  /** Whether its number fits above it. */
  isLabelled: boolean;
}

/** What a number above a piece needs. */
const labelWidth = 22;

/** Lays the counts of a day out in a bar: the pieces fill its width in proportion, those without a count are left out. */
export function layOutBar({ states, total }: Distribution, counts: readonly number[], width: number): Segment[] {
  let sum = 0;
  return states
    .map(({ status }, index): Segment => {
      const count = counts[index] ?? 0;
      const [x, end] = [sum, sum + count].map((value) => Math.round((value / total) * width * 10) / 10);
      sum += count;
      const own = Math.round(((end ?? 0) - (x ?? 0)) * 10) / 10;
      return { status, x: x ?? 0, width: own, count, isLabelled: own >= labelWidth };
    })
    .filter(({ count }) => count > 0);
}
