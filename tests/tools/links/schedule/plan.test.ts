import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LinkRecord } from '#schema/link-health.ts';
import type { Citation } from '#tools/links/citation.ts';
import { deriveExpectHash } from '#tools/links/identify/expect-hash.ts';
import { deriveBucket } from '#tools/links/schedule/bucket.ts';
import { planRun } from '#tools/links/schedule/plan.ts';
import { createHealth, createRecord, dayAt, start } from '../history/observations.ts';

function createCitation(id: string, url = `https://docs.example.org/${id}`): Citation {
  const place = { file: `content/sources/${id}.yaml`, line: 4, column: 6, endColumn: 40 };
  return { id, url, expect: { heading: id }, fallbacks: [], language: 'en', ...place };
}

function recordOf(citation: Citation, overrides: Partial<LinkRecord> = {}): LinkRecord {
  return createRecord({ citation: citation.id, expectHash: deriveExpectHash(citation), ...overrides });
}

const [a, b, c] = [createCitation('a'), createCitation('b'), createCitation('c')];

describe('what is due', () => {
  test('is what was never checked, in the order of ids', () => {
    const plan = planRun([c, a, b], createHealth(recordOf(b)), { scope: 'due', today: start });
    expect(plan).toEqual({ citations: [a, c], planned: ['a', 'c'], unknownIds: [] });
  });

  test('is what has its day, on that day and after it', () => {
    const health = createHealth(recordOf(a, { nextDue: dayAt(2) }));
    const due = (offset: number) => planRun([a], health, { scope: 'due', today: dayAt(offset) }).planned;
    expect([due(1), due(2), due(30)]).toEqual([[], ['a'], ['a']]);
  });

  test('is what was edited since it was checked', () => {
    const health = createHealth(recordOf(a), recordOf(b));
    const edited = { ...a, expect: { heading: 'Another' } };
    expect(planRun([edited, b], health, { scope: 'due', today: start }).planned).toEqual(['a']);
  });

  test('is what has a day that no check can have set', () => {
    const health = createHealth(recordOf(a, { nextDue: dayAt(11) }), recordOf(b, { nextDue: dayAt(12) }));
    expect(planRun([a, b], health, { scope: 'due', today: start }).planned).toEqual(['b']);
  });
});

test('all is all there is, due or not', () => {
  expect(planRun([b, a], createHealth(recordOf(a)), { scope: 'all', today: start }).citations).toEqual([a, b]);
});

test('what is asked for by id is checked, due or not, and ids that nobody has are named', () => {
  const plan = planRun([a, b, c], createHealth(recordOf(a)), { scope: { ids: ['c', 'x', 'a', 'c'] }, today: start });
  expect(plan).toEqual({ citations: [a, c], planned: ['a', 'c'], unknownIds: ['x'] });
});

describe('a shard', () => {
  const citations = Array.from({ length: 200 }, (_, index) =>
    createCitation(`page-${index + 100}`, `https://host-${index % 40}.example/${index}`),
  );

  test('has all citations of a bucket or none, and every citation is in one', () => {
    assert(
      property(integer({ min: 1, max: 9 }), (count) => {
        const shards = Array.from({ length: count }, (_, offset) =>
          planRun(citations, createHealth(), { scope: 'all', today: start, shard: { index: offset + 1, count } }),
        );
        expect(shards.flatMap((plan) => plan.citations.map(({ id }) => id)).sort()).toEqual(
          citations.map(({ id }) => id),
        );
        const buckets = shards.map((plan) => new Set(plan.citations.map(({ url }) => deriveBucket(url))));
        expect(buckets.reduce((sum, { size }) => sum + size, 0)).toBe(40);
        for (const plan of shards) expect(plan.planned).toEqual(citations.map(({ id }) => id));
      }),
      { seed: 20_260_302 },
    );
  });

  test('is the same whatever else is checked', () => {
    const options = { scope: 'all', today: start, shard: { index: 2, count: 5 } } as const;
    const all = planRun(citations, createHealth(), options).citations;
    const some = planRun(citations.slice(50), createHealth(), options).citations;
    expect(some.length).toBeGreaterThan(0);
    expect(all.filter((citation) => citations.indexOf(citation) >= 50)).toEqual(some);
  });

  test('may follow other buckets', () => {
    const shards = [1, 2].map(
      (index) =>
        planRun(citations, createHealth(), {
          scope: 'all',
          today: start,
          shard: { index, count: 2 },
          bucketOf: () => 'one',
        }).citations.length,
    );
    expect(shards.toSorted((x, y) => x - y)).toEqual([0, 200]);
  });
});

describe('a bucket', () => {
  test.each([
    ['https://docs.example.org/a#b', 'docs.example.org'],
    ['https://DOCS.example.org:8443/', 'docs.example.org'],
    ['https://github.com/a/b', 'github.com'],
    ['https://raw.githubusercontent.com/a/b', 'github.com'],
    ['https://somebody.github.io/', 'github.com'],
    ['not a URL', 'invalid'],
  ])('of %s is %s', (url, bucket) => {
    expect(deriveBucket(url)).toBe(bucket);
  });
});
