import type { HostRecord, LinkHealth } from '#schema/link-health.ts';
import type { Citation } from '../citation.ts';
import { linkConfig, type Canary } from '../config.ts';
import type { Exchange } from '../exchange.ts';
import { parseRetryAfter } from '../fetch/retry-after.ts';
import { evidenceClasses, type Observation } from '../observation.ts';
import { deriveBucket, deriveHost } from '../schedule/bucket.ts';
import { observeHostDown } from '../schedule/host-down.ts';
import { judgeRun, type RunJudgement } from '../schedule/judge-run.ts';
import type { Attempt, SkipReason } from '../schedule/lane-options.ts';
import { runInLanes } from '../schedule/lanes.ts';
import type { LaneProgress } from '../schedule/progress.ts';
import { listSecondPass } from '../schedule/second-pass.ts';
import { Observer, type Trace } from './observer.ts';
import type { CheckWorld } from './world.ts';

export interface CheckOptions {
  health: LinkHealth;
  today: string;
  budgetMs?: number | undefined;
  signal: AbortSignal;
  canaries?: readonly Canary[];
  /** Time between two requests to one host, in milliseconds. */
  gapMs?: number;
  onProgress?: (measure: () => LaneProgress) => void;
}

/** What a run found. */
export interface CheckedRun {
  observations: Observation[];
  canaries: Observation[];
  skipped: { citation: Citation; reason: SkipReason }[];
  hosts: HostRecord[];
  judgement: RunJudgement;
}

/** Checks citations, politely: the canaries first, then every host in its own lane, then what failed once more. Writes nothing. */
export async function checkCitations(
  citations: readonly Citation[],
  world: CheckWorld,
  options: CheckOptions,
): Promise<CheckedRun> {
  const { health, today, signal, canaries: known = linkConfig.canaries } = options;
  const deadlineMs = world.clock.nowMs() + (options.budgetMs ?? linkConfig.budgetMs);
  const observer = new Observer(world, health, citations, today);
  const inLanes = (jobs: readonly Citation[]) =>
    runInLanes<Citation, Trace>(jobs, {
      bucketOf: ({ url }) => deriveBucket(url),
      hostOf: ({ url }) => deriveHost(url),
      attempt: (citation, runSignal) => attempt(observer, world, citation, runSignal),
      giveUp: (citation) => describeGivenUp(citation, world),
      clock: world.clock,
      jitter: () => world.random() / 2,
      signal,
      budgetMs: Math.max(0, deadlineMs - world.clock.nowMs()),
      ...(options.gapMs !== undefined && { gapMs: options.gapMs }),
      ...(options.onProgress && { onProgress: options.onProgress }),
    });

  const canaryRun = await inLanes(known.map(toCitation));
  const canaries = canaryRun.results.map(({ observation }) => observation);
  const first = judgeRun({ observations: [], canaries });
  if (first.kind === 'inconclusive') {
    const skipped = citations.map((citation) => ({ citation, reason: 'aborted' as const }));
    return { observations: [], canaries, skipped, hosts: observer.controls.list(), judgement: first };
  }
  const { results, skipped } = await inLanes(citations);
  const goneHosts = listGoneHosts(results);
  const seen = reviewHosts(observer, results, goneHosts);
  const again = new Set(listSecondPass(seen));
  const second = await inLanes(citations.filter(({ id }) => again.has(id)));
  const observations = [...seen, ...reviewHosts(observer, second.results, goneHosts)];
  return {
    observations,
    canaries,
    skipped: skipped.map(({ job, reason }) => ({ citation: job, reason })),
    hosts: observer.controls.list(),
    judgement: judgeRun({ observations, canaries }),
  };
}

async function attempt(
  observer: Observer,
  world: CheckWorld,
  citation: Citation,
  signal: AbortSignal,
): Promise<Attempt<Trace>> {
  const trace = await observer.observe(citation, signal);
  const { exchange, observation } = trace;
  const answer = exchange.kind === 'answered' ? exchange.answer : undefined;
  const isLimited = answer?.status === 429;
  return {
    // Only what is gone is judged again, and that needs no body: the bodies of a whole run are too much to keep.
    result: { ...trace, exchange: omitBody(exchange) },
    isWeak: evidenceClasses[observation.verdict] === 'weak',
    ...(isLimited && { retryAfterMs: parseRetryAfter(answer.headers['retry-after'], world.now().getTime()) }),
  };
}

/** Hosts of several citations that are all gone at once: there the host is to blame, and not the pages. */
function listGoneHosts(traces: readonly Trace[]): Set<string> {
  const hosts = Map.groupBy(traces, ({ citation }) => deriveHost(citation.url));
  const allGone = [...hosts].filter(
    ([, group]) => group.length > 1 && group.every(({ observation }) => observation.verdict === 'gone'),
  );
  return new Set(allGone.map(([host]) => host));
}

/** The observations, judged again where the host is to blame. */
function reviewHosts(observer: Observer, traces: readonly Trace[], goneHosts: ReadonlySet<string>): Observation[] {
  return traces.map(({ citation, observation, exchange, circumstances }) =>
    observation.verdict === 'gone' && goneHosts.has(deriveHost(citation.url))
      ? observer.judge(citation, exchange, { ...circumstances, allCitationsOfHostGone: true }).observation
      : observation,
  );
}

function omitBody(exchange: Exchange): Exchange {
  if (exchange.kind !== 'answered') return exchange;
  const { answer } = exchange;
  return { ...exchange, answer: { ...answer, body: { ...answer.body, bytes: new Uint8Array() } } };
}

/** The trace of a citation whose host was given up. */
function describeGivenUp(citation: Citation, { now, vantage }: CheckWorld): Trace {
  const observation = observeHostDown(citation, { at: now().toISOString(), vantage });
  const exchange: Exchange = { kind: 'failed', code: 'CLOSED', detail: observation.detail, hops: [], ms: 0 };
  return { citation, observation, exchange, circumstances: { allCitationsOfHostGone: false, shellHosts: new Set() } };
}

function toCitation(canary: Canary): Citation {
  return { ...canary, fallbacks: [], language: 'en', file: '', line: 1, column: 1, endColumn: 1 };
}
