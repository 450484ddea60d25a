import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LaneProgress } from '#tools/links/schedule/progress.ts';
import { createJobs, good, startRun, weak, type Job } from './lane-runs.ts';

const seed = 20_260_302;

/** The attempts as `name from–to`, in the order in which they ended. */
function listSpans({ spans }: ReturnType<typeof startRun>): string[] {
  return spans.map(({ name, fromMs, toMs }) => `${name}: ${fromMs}–${toMs}`);
}

describe('the jobs of one bucket', () => {
  test('are done one after the other, a gap apart from the end of one to the next', async () => {
    const run = startRun(createJobs('a', 3));
    await run.outcome;
    expect(listSpans(run)).toEqual(['a 1: 0–200', 'a 2: 1200–1400', 'a 3: 2400–2600']);
  });

  test('wait for each other even when they are of several hosts', async () => {
    const run = startRun([...createJobs('www.a', 1), ...createJobs('api.a', 1), ...createJobs('b', 1)]);
    await run.outcome;
    expect(listSpans(run)).toEqual(['www.a 1: 0–200', 'b 1: 0–200', 'api.a 1: 1200–1400']);
  });

  test('are further apart by the jitter, which is drawn anew for each', async () => {
    const shares = [0.1, 0.25];
    const run = startRun(createJobs('a', 3), { jitter: () => shares.shift() ?? 0 });
    await run.outcome;
    expect(listSpans(run)).toEqual(['a 1: 0–200', 'a 2: 1300–1500', 'a 3: 2750–2950']);
  });
});

describe('the jobs of many buckets', () => {
  test('are done eight at a time', async () => {
    const run = startRun(Array.from({ length: 20 }, (_, index) => createJobs(`host-${index}`, 2)).flat());
    await run.outcome;
    expect(run.busiest()).toBe(8);
    expect(run.spans).toHaveLength(40);
  });

  test('begin with the bucket that will take longest', async () => {
    const jobs = [['a', 1] as const, ['b', 3] as const, ['c', 2] as const].flatMap(([host, count]) =>
      createJobs(host, count, { ms: 2000 }),
    );
    const run = startRun(jobs, { concurrency: 1 });
    await run.outcome;
    expect(run.spans.map(({ name }) => name)).toEqual(['b 1', 'c 1', 'b 2', 'c 2', 'b 3', 'a 1']);
  });

  test('have their results in the order of the jobs', async () => {
    const jobs = [...createJobs('a', 2, { ms: 5000 }), ...createJobs('b', 2)];
    const { results, skipped, downHosts } = await startRun(jobs).outcome;
    expect(results).toEqual(['a 1: answer', 'a 2: answer', 'b 1: answer', 'b 2: answer']);
    expect({ skipped, downHosts }).toEqual({ skipped: [], downHosts: [] });
  });
});

describe('a host that does not answer', () => {
  test('is given up after five times in a row, and counts once', async () => {
    const run = startRun([...createJobs('a', 30, { answers: [weak] }), ...createJobs('b', 1)]);
    const { results, downHosts } = await run.outcome;
    expect(results.slice(3, 7)).toEqual(['a 4: silence', 'a 5: silence', 'a 6: given up', 'a 7: given up']);
    expect(results).toHaveLength(31);
    expect(run.spans).toHaveLength(6);
    expect(downHosts).toEqual(['a']);
  });

  test('is not given up when it answers in between', async () => {
    const jobs = createJobs('a', 12).map((job, index) => ({
      ...job,
      answers: [index === 4 || index === 9 ? good : weak],
    }));
    const run = startRun(jobs);
    expect((await run.outcome).downHosts).toEqual([]);
    expect(run.spans).toHaveLength(12);
  });

  test('does not take another host of its bucket along', async () => {
    const jobs = createJobs('x.a', 7, { answers: [weak] }).flatMap((job, index) => [
      job,
      ...createJobs('y.a', 1, { name: `y.a ${index + 1}` }),
    ]);
    const { results, downHosts } = await startRun(jobs).outcome;
    expect(results.filter((result) => result.endsWith('given up'))).toEqual(['x.a 6: given up', 'x.a 7: given up']);
    expect(results.filter((result) => result.endsWith('answer'))).toHaveLength(7);
    expect(downHosts).toEqual(['x.a']);
  });
});

describe('a server that asks to come back later', () => {
  const busy = (retryAfterMs: number) => ({ isWeak: false, retryAfterMs });

  test('is given the time by its whole bucket, and by no other', async () => {
    const jobs = createJobs('a', 2).map((job, index) =>
      index === 0 ? { ...job, answers: [busy(30_000), good] } : job,
    );
    const run = startRun([...jobs, ...createJobs('b', 2)]);
    const { results } = await run.outcome;
    expect(listSpans(run)).toEqual([
      'a 1: 0–200',
      'b 1: 0–200',
      'b 2: 1200–1400',
      'a 1: 30200–30400',
      'a 2: 31400–31600',
    ]);
    expect(results).toEqual(['a 1: answer', 'a 2: answer', 'b 1: answer', 'b 2: answer']);
  });

  test('is asked a third time and no more; the rest of its bucket is left for another run', async () => {
    const run = startRun([...createJobs('a', 4, { answers: [busy(2000)] }), ...createJobs('b', 1)]);
    const { results, skipped, downHosts } = await run.outcome;
    expect(listSpans(run)).toEqual(['a 1: 0–200', 'b 1: 0–200', 'a 1: 2200–2400', 'a 1: 4400–4600']);
    expect(results).toEqual(['a 1: answer', 'b 1: answer']);
    expect(skipped.map(({ job, reason }) => `${job.name}: ${reason}`)).toEqual([
      'a 2: limited',
      'a 3: limited',
      'a 4: limited',
    ]);
    expect(downHosts).toEqual([]);
  });

  test.each([
    [0, 1200],
    [-1, 1200],
    [500, 1200],
    [9_999_999_999_000, 120_200],
    [Number.POSITIVE_INFINITY, 120_200],
    [Number.NaN, 120_200],
  ])('for %d ms is asked again at %d ms', async (retryAfterMs, againMs) => {
    const run = startRun(createJobs('a', 1, { answers: [busy(retryAfterMs), good] }));
    await run.outcome;
    expect(run.spans.map(({ fromMs }) => fromMs)).toEqual([0, againMs]);
  });
});

describe('a run that ends early', () => {
  test('because its time is up begins nothing more, and finishes what it began', async () => {
    const jobs = [...createJobs('a', 4, { ms: 900 }), ...createJobs('b', 1, { ms: 7000 })];
    const run = startRun(jobs, { budgetMs: 3800 });
    const { results, skipped } = await run.outcome;
    expect(listSpans(run)).toEqual(['a 1: 0–900', 'a 2: 1900–2800', 'b 1: 0–7000']);
    expect(results).toEqual(['a 1: answer', 'a 2: answer', 'b 1: answer']);
    expect(skipped).toEqual(jobs.slice(2, 4).map((job) => ({ job, reason: 'budget' })));
  });

  test('because its time is up skips what still waits for a slot', async () => {
    const jobs = [...createJobs('a', 1, { ms: 5000 }), ...createJobs('b', 1), ...createJobs('c', 1)];
    const { results, skipped } = await startRun(jobs, { budgetMs: 1000, concurrency: 1 }).outcome;
    expect(results).toEqual(['a 1: answer']);
    expect(skipped).toEqual(jobs.slice(1).map((job) => ({ job, reason: 'budget' })));
  });

  test('does not wait for a bucket that asked for more time than there is, and keeps its answer', async () => {
    const jobs = createJobs('a', 2, { answers: [{ isWeak: false, retryAfterMs: 60_000 }] });
    const run = startRun(jobs, { budgetMs: 30_000 });
    const { results, skipped } = await run.outcome;
    expect(run.clock.nowMs()).toBe(200);
    expect(results).toEqual(['a 1: answer']);
    expect(skipped).toEqual([{ job: jobs[1], reason: 'budget' }]);
  });

  test('because it was aborted ends at once, whatever goes on', async () => {
    const controller = new AbortController();
    const jobs = [
      ...createJobs('a', 3),
      ...createJobs('b', 2, { ms: 60_000, answers: [new Error('The socket was destroyed')] }),
    ];
    const run = startRun(jobs, { signal: controller.signal });
    void run.clock.wait(1300).then(() => {
      controller.abort();
    });
    const { results, skipped } = await run.outcome;
    expect(run.clock.nowMs()).toBe(1300);
    expect(results).toEqual(['a 1: answer', 'a 2: answer']);
    expect(skipped).toEqual([jobs[2], jobs[3], jobs[4]].map((job) => ({ job, reason: 'aborted' })));
  });

  test('because of a fault in an attempt rejects with it, and ends all other lanes', async () => {
    const fault = new TypeError('Unexpected undefined');
    const run = startRun([...createJobs('a', 1, { answers: [fault] }), ...createJobs('b', 100)]);
    await expect(run.outcome).rejects.toBe(fault);
    expect(run.clock.nowMs()).toBe(200);
    expect(run.spans).toHaveLength(2);
  });

  test('before it began asks for nothing', async () => {
    const jobs = createJobs('a', 2);
    const run = startRun(jobs, { signal: AbortSignal.abort() });
    expect(await run.outcome).toEqual({
      results: [],
      skipped: jobs.map((job) => ({ job, reason: 'aborted' })),
      downHosts: [],
    });
    expect(run.spans).toEqual([]);
  });
});

test('every job has a result or a reason for having none, and no bucket is asked too soon', async () => {
  const answers = array(
    constantFrom(good, weak, { isWeak: false, retryAfterMs: 0 }, { isWeak: false, retryAfterMs: 7000 }),
    { minLength: 1, maxLength: 4 },
  );
  const job = record({
    host: constantFrom('x.a', 'y.a', 'b', 'c', 'd', 'e'),
    ms: integer({ min: 0, max: 9000 }),
    answers,
  });
  const jobs = array(job, { maxLength: 60 }).map((list) =>
    list.map((item, index): Job => ({ ...item, name: `${item.host} ${index}` })),
  );
  const options = record({ budgetMs: integer({ min: 0, max: 200_000 }), concurrency: integer({ min: 1, max: 4 }) });
  await assert(
    asyncProperty(jobs, options, async (list, chosen) => {
      const run = startRun(list, chosen);
      const { results, skipped } = await run.outcome;
      const names = [...results.map((result) => result.replace(/:.*/, '')), ...skipped.map((item) => item.job.name)];
      expect(names.sort()).toEqual(list.map(({ name }) => name).sort());
      expect(run.busiest()).toBeLessThanOrEqual(chosen.concurrency);
      for (const span of run.spans) expect(span.fromMs).toBeLessThan(chosen.budgetMs);
      const buckets = Map.groupBy(run.spans, ({ name }) => name.replace(/^.\.| .*$/g, ''));
      for (const spans of buckets.values())
        spans.slice(1).forEach((span, index) => {
          expect(span.fromMs - (spans[index]?.toMs ?? 0)).toBeGreaterThanOrEqual(1000);
        });
    }),
    { seed, numRuns: 300 },
  );
});

test('progress tells what is done, how fast, who waits and how long the rest takes', async () => {
  const told: LaneProgress[] = [];
  const jobs = [...createJobs('a', 3), ...createJobs('b', 1, { ms: 400 })];
  await startRun(jobs, { onProgress: (measure) => told.push(measure()) }).outcome;
  expect(told).toEqual([
    { done: 1, total: 4, ratePerS: 5, leftMs: 3400, waits: [{ bucket: 'a', left: 2, waitMs: 1000 }] },
    { done: 2, total: 4, ratePerS: 5, leftMs: 3200, waits: [{ bucket: 'a', left: 2, waitMs: 800 }] },
    {
      done: 3,
      total: 4,
      ratePerS: (3 / 1400) * 1000,
      leftMs: 2200,
      waits: [{ bucket: 'a', left: 1, waitMs: 1000 }],
    },
    { done: 4, total: 4, ratePerS: (4 / 2600) * 1000, leftMs: 0, waits: [] },
  ]);
});
