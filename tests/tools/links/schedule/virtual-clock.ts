import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '#tools/links/schedule/clock.ts';

interface Timer {
  atMs: number;
  fire: () => void;
}

/** A clock that stands still until everything waits for it, and then jumps to the next moment somebody waits for. */
export interface VirtualClock extends Clock {
  /** Lets time pass until the work is done. Rejects when it waits for something that is not time. */
  runUntil: <Result>(work: Promise<Result>) => Promise<Result>;
}

export function createVirtualClock(): VirtualClock {
  const timers: Timer[] = [];
  let nowMs = 0;

  function add(timer: Timer): void {
    let [low, high] = [0, timers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((timers[middle]?.atMs ?? 0) > timer.atMs) low = middle + 1;
      else high = middle;
    }
    timers.splice(low, 0, timer);
  }

  return {
    nowMs: () => nowMs,
    wait(ms, signal) {
      if (!(ms >= 0 && ms < 2 ** 31)) throw new Error(`Unexpected wait of ${ms} ms, expected one that a timer can do`);
      if (signal?.aborted === true) return Promise.resolve();
      return new Promise((resolve) => {
        const fire = () => {
          signal?.removeEventListener('abort', fire);
          resolve();
        };
        signal?.addEventListener('abort', fire);
        add({ atMs: nowMs + ms, fire });
      });
    },
    async runUntil(work) {
      const state = { isDone: false };
      const end = () => {
        state.isDone = true;
      };
      work.then(end, end);
      for (;;) {
        await turn();
        if (state.isDone) break;
        const next = timers.at(-1);
        if (next === undefined) throw new Error('Unexpected standstill, expected somebody to wait for the clock');
        nowMs = Math.max(nowMs, next.atMs);
        while (timers.at(-1)?.atMs === next.atMs) timers.pop()?.fire();
      }
      return work;
    },
  };
}
