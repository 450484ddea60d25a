import { integer, sample } from 'fast-check';
import { expect, test } from 'vitest';
import { startRun, type Job } from './lane-runs.ts';

const [links, hosts, gapMs, jitter] = [100_000, 3000, 1000, 0.25];

/** Links as they are in the wild: a few hosts have most of them, and some are slow. */
function createLinks(): Job[] {
  const durations = sample(integer({ min: 50, max: 600 }), { seed: 20_260_302, numRuns: links });
  const weights = Array.from({ length: hosts }, (_, index) => 1 / (index + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights
    .flatMap((weight, index) => Array.from({ length: Math.ceil((weight / total) * links) }, () => `host-${index}`))
    .slice(0, links)
    .map((host, index) => ({
      name: `${host} ${index}`,
      host,
      ms: (durations[index] ?? 0) * (host.endsWith('7') ? 3 : 1),
    }));
}

test('a hundred thousand links on many hosts take hardly longer than the host that has most', async () => {
  const jobs = createLinks();
  expect(jobs).toHaveLength(links);
  const lanes = [...Map.groupBy(jobs, ({ host }) => host).values()];
  const longestMs = Math.max(
    ...lanes.map((lane) => lane.reduce((sum, { ms }) => sum + ms + gapMs * (1 + jitter), -gapMs * (1 + jitter))),
  );
  // All lanes want to go at once: without an order among them the longest would wait for the others.
  expect(lanes.length).toBeGreaterThan(1000);

  const run = startRun(jobs, { gapMs, jitter: () => jitter });
  const { results } = await run.outcome;
  expect(results).toHaveLength(links);
  expect(run.busiest()).toBe(8);
  expect(run.clock.nowMs()).toBeGreaterThanOrEqual(longestMs);
  expect(run.clock.nowMs() / longestMs).toBeLessThanOrEqual(1.1);
}, 120_000);
