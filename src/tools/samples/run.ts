import { createHash } from 'node:crypto';
import { isDeclared } from '#model/sample.ts';
import { renderInert } from '#report/inert.ts';
import { judge, type Golden, type Judgement } from '#runner/judge.ts';
import type { RunResult, RuntimeFacts } from '#runner/run-result.ts';
import { runtimeNames, type RuntimeName } from '#schema/sample.ts';
import type { Verdict } from '#schema/verdict.ts';
import type { Program, Runtime } from './runtimes/runtime.ts';

/** A sample with everything needed to run and judge it. */
export interface Job extends Program {
  golden: Golden;
  sha256: string;
  /** Path of its main file, as messages show it. */
  file: string;
}

/** What one sample came to in one runtime. */
export interface Result {
  job: Job;
  runtime: RuntimeName;
  /** What it ran in; absent when the runtime was not there. */
  facts?: RuntimeFacts | undefined;
  /** The run itself. */
  raw: RunResult;
  judgement: Judgement;
  verdict: Verdict;
}

export interface RunOptions {
  runtimes: readonly Runtime[];
  /** How many programs run side by side. */
  jobs: number;
  /** The day, `YYYY-MM-DD`, for the record. */
  today: string;
  signal: AbortSignal;
  /** Told after each finished program. */
  onProgress: (done: number, total: number, result: Result) => void;
}

/** Runs every job in every runtime it declares. A job that goes wrong in any way has a verdict of its own and hides no other. */
export async function runSamples(jobs: readonly Job[], options: RunOptions): Promise<Result[]> {
  const facts = new Map<RuntimeName, RuntimeFacts | { absent: string }>();
  for (const runtime of options.runtimes) {
    if (jobs.some(({ sample }) => isDeclared(sample, runtime.name)))
      facts.set(runtime.name, await runtime.probe(options.signal));
  }
  const work = jobs.flatMap((job) =>
    options.runtimes.filter(({ name }) => isDeclared(job.sample, name)).map((runtime) => ({ job, runtime })),
  );
  const results: Result[] = [];
  const queue = work.values();
  const lanes = Array.from({ length: Math.max(1, options.jobs) }, async () => {
    for (const { job, runtime } of queue) {
      if (options.signal.aborted) return;
      const result = await runJob(job, runtime, facts.get(runtime.name), options);
      results.push(result);
      options.onProgress(results.length, work.length, result);
    }
  });
  try {
    await Promise.all(lanes);
  } finally {
    await Promise.all(options.runtimes.map((runtime) => runtime.close()));
  }
  return results.sort(
    (a, b) => compare(a.job.id, b.job.id) || runtimeNames.indexOf(a.runtime) - runtimeNames.indexOf(b.runtime),
  );
}

async function runJob(
  job: Job,
  runtime: Runtime,
  probed: RuntimeFacts | { absent: string } | undefined,
  { today, signal }: RunOptions,
): Promise<Result> {
  const absent = probed === undefined ? 'the runtime was not probed' : 'absent' in probed ? probed.absent : undefined;
  if (absent !== undefined) return judgeRun(job, runtime.name, undefined, { kind: 'absent', reason: absent }, today);
  const facts = probed as RuntimeFacts;
  let raw: RunResult;
  try {
    raw = await runtime.run(job, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    raw = { kind: 'crashed', reason: error instanceof Error ? error.message : String(error), stdout: '', stderr: '' };
  }
  return judgeRun(job, runtime.name, facts, raw, today);
}

/** Judges a run and writes its verdict. */
export function judgeRun(
  job: Job,
  runtime: RuntimeName,
  facts: RuntimeFacts | undefined,
  raw: RunResult,
  today: string,
): Result {
  const judgement = judge(job.sample, job.golden, raw, job.main, job.files[job.main]);
  const { outcome, reason, exit, stderr, answer } = judgement;
  const ran = outcome !== 'untested';
  const used = raw.kind === 'exited' ? { ...facts, ...raw.facts } : facts;
  const verdict: Verdict = {
    sample: job.id,
    runtime: { name: runtime, ...(ran && used) },
    sourceSha256: job.sha256,
    outcome,
    expected: job.sample.expect.outcome,
    ...(exit !== undefined && { exit }),
    ...(stderr !== undefined && { stderrSha256: createHash('sha256').update(stderr).digest('hex') }),
    normalisers: job.sample.normalise,
    // A program may raise a text of any length, and of any characters.
    ...(reason !== undefined && { reason: renderInert(reason, 1000) || 'no reason was given' }),
    ...(answer !== undefined && { answer }),
    ...(ran && { ranOn: today }),
  };
  return { job, runtime, facts, raw, judgement, verdict };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
