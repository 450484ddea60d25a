import type { Attempt, LaneOptions, LaneOutcome } from '#tools/links/schedule/lane-options.ts';
import { runInLanes } from '#tools/links/schedule/lanes.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

export interface Job {
  name: string;
  host: string;
  /** How long an attempt takes. */
  ms: number;
  /** What comes of the attempts, one after the other; the last holds for all further ones. Good unless given. */
  answers?: readonly (Omit<Attempt<string>, 'result'> | Error)[];
}

export interface Span {
  name: string;
  fromMs: number;
  toMs: number;
}

export interface LaneRun {
  outcome: Promise<LaneOutcome<Job, string>>;
  clock: VirtualClock;
  /** The attempts as they ended. */
  spans: Span[];
  /** Attempts that went on at once, at most. */
  busiest: () => number;
}

export const good = { isWeak: false };
export const weak = { isWeak: true };

/** `count` jobs of a host, named after it. */
export function createJobs(host: string, count: number, overrides: Partial<Job> = {}): Job[] {
  return Array.from({ length: count }, (_, index) => ({ name: `${host} ${index + 1}`, host, ms: 200, ...overrides }));
}

/** Runs jobs on a clock of their own. A host is its own bucket, without what stands before the first dot. */
export function startRun(jobs: readonly Job[], overrides: Partial<LaneOptions<Job, string>> = {}): LaneRun {
  const clock = createVirtualClock();
  const spans: Span[] = [];
  const attempts = new Map<Job, number>();
  let running = 0;
  let busiest = 0;

  async function attempt(job: Job, signal: AbortSignal): Promise<Attempt<string>> {
    const fromMs = clock.nowMs();
    const earlier = attempts.get(job) ?? 0;
    attempts.set(job, earlier + 1);
    busiest = Math.max(busiest, (running += 1));
    await clock.wait(job.ms, signal);
    running -= 1;
    spans.push({ name: job.name, fromMs, toMs: clock.nowMs() });
    const answer = job.answers?.[Math.min(earlier, job.answers.length - 1)] ?? good;
    if (answer instanceof Error) throw answer;
    return { result: `${job.name}: ${answer.isWeak ? 'silence' : 'answer'}`, ...answer };
  }

  const outcome = clock.runUntil(
    runInLanes(jobs, {
      bucketOf: ({ host }) => host.replace(/^.*?\./, ''),
      hostOf: ({ host }) => host,
      attempt,
      giveUp: ({ name }) => `${name}: given up`,
      clock,
      jitter: () => 0,
      signal: new AbortController().signal,
      budgetMs: Number.MAX_SAFE_INTEGER,
      ...overrides,
    }),
  );
  return { outcome, clock, spans, busiest: () => busiest };
}
