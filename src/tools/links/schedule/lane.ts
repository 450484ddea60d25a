import type { SkipReason } from './lane-options.ts';

/** A job, and what became of it. */
export interface LaneItem<Job, Result> {
  job: Job;
  done?: { result: Result };
  skipped?: SkipReason;
}

/** The jobs of one bucket, which are done one after the other, and how far they are. */
export interface Lane<Item = unknown> {
  bucket: string;
  items: readonly Item[];
  /** Jobs that have neither a result nor been skipped. */
  left: number;
  /** When the bucket may be asked again, by the clock of the run. */
  readyMs: number;
  /** Set when the server kept asking to come back later. */
  isLimited: boolean;
  attempts: number;
  /** Time that the attempts took, without the gaps. */
  spentMs: number;
}

/** Deals items out to the lanes of their buckets, the fullest lane first. */
export function createLanes<Item>(
  items: readonly Item[],
  bucketOf: (item: Item) => string,
  nowMs: number,
): Lane<Item>[] {
  return [...Map.groupBy(items, bucketOf)]
    .map(([bucket, ofBucket]) => ({
      bucket,
      items: ofBucket,
      left: ofBucket.length,
      readyMs: nowMs,
      isLimited: false,
      attempts: 0,
      spentMs: 0,
    }))
    .sort((a, b) => b.left - a.left);
}

/** About how long a lane still takes when it never waits for a slot. */
export function estimateLeftMs({ left, attempts, spentMs }: Lane, gapMs: number): number {
  return left * (meanAttemptMs(attempts, spentMs) + gapMs);
}

export function meanAttemptMs(attempts: number, spentMs: number): number {
  return attempts === 0 ? 0 : spentMs / attempts;
}
