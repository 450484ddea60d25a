import { setTimeout as wait } from 'node:timers/promises';

/** Time as the schedule sees it. */
export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  nowMs: () => number;
  /** Comes back after so many milliseconds, or as soon as the signal aborts. Never throws. */
  wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A timer with more fires at once. */
const longestWaitMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  async wait(ms, signal) {
    try {
      await wait(Math.min(Math.max(0, ms), longestWaitMs), undefined, { signal });
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
  },
};
