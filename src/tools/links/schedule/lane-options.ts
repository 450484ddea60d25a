import type { Clock } from './clock.ts';
import type { LaneProgress } from './progress.ts';

/** What came of asking once. */
export interface Attempt<Result> {
  result: Result;
  /** Whether nothing answered. */
  isWeak: boolean;
  /** Set when the server asked to come back later. */
  retryAfterMs?: number;
}

export interface LaneOptions<Job, Result> {
  /** Jobs of one bucket are done one after the other. */
  bucketOf: (job: Job) => string;
  /** Jobs of one host are given up together when it stops answering. */
  hostOf: (job: Job) => string;
  attempt: (job: Job, signal: AbortSignal) => Promise<Attempt<Result>>;
  /** The result of a job that was not asked for, because its host is down. */
  giveUp: (job: Job) => Result;
  clock: Clock;
  /** The share of the gap that is added to it, anew for each. */
  jitter: () => number;
  /** Ends the run: what has not begun is skipped. */
  signal: AbortSignal;
  /** The time after which no attempt begins. Those that have begun end by their own limits. */
  budgetMs: number;
  /** How many attempts go on at once, over all buckets. */
  concurrency?: number;
  /** Time between the end of an attempt and the next one in its bucket. */
  gapMs?: number;
  /** Told after each job. Measuring takes as long as there are lanes, so it is left to whoever wants to know. */
  onProgress?: (measure: () => LaneProgress) => void;
}

export type SkipReason = 'budget' | 'aborted' | 'limited';

export interface LaneOutcome<Job, Result> {
  /** In the order of the jobs. */
  results: Result[];
  /** Jobs without a result: the time was up, the run was ended, or the server kept asking to come back later. */
  skipped: { job: Job; reason: SkipReason }[];
  /** Hosts that were given up, each once. */
  downHosts: string[];
}
