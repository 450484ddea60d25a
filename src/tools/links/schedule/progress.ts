import { estimateLeftMs, meanAttemptMs, type Lane } from './lane.ts';

/** How far a run is, as numbers. */
export interface LaneProgress {
  done: number;
  total: number;
  ratePerS: number;
  /** About how long the rest takes, as far as the run's own speed tells. */
  leftMs: number;
  /** Buckets that wait before they are asked again, the longest wait first. */
  waits: readonly { bucket: string; left: number; waitMs: number }[];
}

interface RunPace {
  startMs: number;
  nowMs: number;
  gapMs: number;
  concurrency: number;
}

/** Measures a run. What is left takes as long as its longest lane, or as all of it through the slots there are. */
export function measureProgress(lanes: readonly Lane[], { startMs, nowMs, gapMs, concurrency }: RunPace): LaneProgress {
  const sum = (numberOf: (lane: Lane) => number) => lanes.reduce((total, lane) => total + numberOf(lane), 0);
  const total = sum(({ items }) => items.length);
  const left = sum((lane) => lane.left);
  const elapsedMs = nowMs - startMs;
  const throughSlotsMs =
    (left *
      meanAttemptMs(
        sum(({ attempts }) => attempts),
        sum(({ spentMs }) => spentMs),
      )) /
    concurrency;
  const longestLaneMs = lanes.reduce(
    (longest, lane) =>
      lane.left === 0 ? longest : Math.max(longest, estimateLeftMs(lane, gapMs) + Math.max(0, lane.readyMs - nowMs)),
    0,
  );
  return {
    done: total - left,
    total,
    ratePerS: elapsedMs === 0 ? 0 : ((total - left) / elapsedMs) * 1000,
    leftMs: Math.max(throughSlotsMs, longestLaneMs),
    waits: lanes
      .filter((lane) => lane.left > 0 && lane.readyMs > nowMs)
      .map(({ bucket, left: jobsLeft, readyMs }) => ({ bucket, left: jobsLeft, waitMs: readyMs - nowMs }))
      .sort((a, b) => b.waitMs - a.waitMs || (a.bucket < b.bucket ? -1 : 1)),
  };
}
