import PQueue from 'p-queue';
import { createCircuitBreaker } from './circuit-breaker.ts';
import type { Attempt, LaneOptions, LaneOutcome } from './lane-options.ts';
import { createLanes, estimateLeftMs, type Lane, type LaneItem } from './lane.ts';
import { measureProgress } from './progress.ts';

const weakInRow = 5;
const retries = 2;
const longestRetryMs = 120_000;

/**
 * Does jobs in lanes: one at a time and a gap apart in each bucket, a few at a time in all. The lane that will take
 * longest goes first, so that the whole takes hardly longer than it. Rejects only when an attempt does.
 */
export async function runInLanes<Job, Result>(
  jobs: readonly Job[],
  options: LaneOptions<Job, Result>,
): Promise<LaneOutcome<Job, Result>> {
  type Item = LaneItem<Job, Result>;
  const { bucketOf, hostOf, clock, budgetMs, concurrency = 8, gapMs = 1000, onProgress } = options;
  const startMs = clock.nowMs();
  const deadlineMs = startMs + budgetMs;
  const items = jobs.map((job): Item => ({ job }));
  const lanes = createLanes(items, ({ job }) => bucketOf(job), startMs);
  const slots = new PQueue({ concurrency });
  const breaker = createCircuitBreaker(weakInRow);
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  const hasEnded = () => signal.aborted;

  const drained = await Promise.allSettled(lanes.map(drain));
  const failed = drained.find((lane) => lane.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return {
    results: items.flatMap(({ done }) => (done === undefined ? [] : [done.result])),
    skipped: items.flatMap(({ job, skipped }) => (skipped === undefined ? [] : [{ job, reason: skipped }])),
    downHosts: breaker.listOpen(),
  };

  async function drain(lane: Lane<Item>): Promise<void> {
    try {
      for (const item of lane.items) {
        await doItem(lane, item);
        lane.left -= 1;
        onProgress?.(() => measureProgress(lanes, { startMs, nowMs: clock.nowMs(), gapMs, concurrency }));
      }
    } catch (error) {
      // Without this the other lanes would go on for nobody.
      failure.abort();
      throw error;
    }
  }

  async function doItem(lane: Lane<Item>, item: Item): Promise<void> {
    const host = hostOf(item.job);
    if (lane.isLimited) {
      item.skipped = 'limited';
      return;
    }
    if (breaker.isOpen(host)) {
      item.done = { result: options.giveUp(item.job) };
      return;
    }
    for (let asked = 0; asked <= retries; asked += 1) {
      const attempt = await takeTurn(lane, item.job);
      if (attempt === undefined) {
        // An answer that asked to come back later is one: there was only no time for a better.
        if (item.done === undefined) item.skipped = hasEnded() ? 'aborted' : 'budget';
        return;
      }
      item.done = { result: attempt.result };
      breaker.count(host, attempt.isWeak);
      if (attempt.retryAfterMs === undefined) return;
      lane.readyMs = Math.max(lane.readyMs, clock.nowMs() + capRetry(attempt.retryAfterMs));
    }
    lane.isLimited = true;
  }

  /** Waits for the bucket and for a slot, and asks. Undefined when the run ended before there was a result. */
  async function takeTurn(lane: Lane<Item>, job: Job): Promise<Attempt<Result> | undefined> {
    if (lane.readyMs >= deadlineMs) return undefined;
    await clock.wait(Math.max(0, lane.readyMs - clock.nowMs()), signal);
    return slots.add(() => ask(lane, job), { priority: estimateLeftMs(lane, gapMs) });
  }

  async function ask(lane: Lane<Item>, job: Job): Promise<Attempt<Result> | undefined> {
    const beganMs = clock.nowMs();
    if (hasEnded() || beganMs >= deadlineMs) return undefined;
    try {
      return await options.attempt(job, signal);
    } catch (error) {
      if (hasEnded()) return undefined;
      throw error;
    } finally {
      const nowMs = clock.nowMs();
      lane.attempts += 1;
      lane.spentMs += nowMs - beganMs;
      lane.readyMs = nowMs + gapMs * (1 + options.jitter());
    }
  }
}

/** A server may ask for any wait, and for nonsense. */
function capRetry(ms: number): number {
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), longestRetryMs) : longestRetryMs;
}
