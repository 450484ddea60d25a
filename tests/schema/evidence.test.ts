import { expect, test } from 'vitest';
import { evidenceSchema } from '#schema/evidence.ts';
import { createEvidence } from '../model/entries.ts';

test('a quote has 300 characters at most', () => {
  expect(evidenceSchema.safeParse(createEvidence({ quote: 'x'.repeat(300) })).success).toBe(true);
  expect(evidenceSchema.safeParse(createEvidence({ quote: 'x'.repeat(301) })).error?.issues).toMatchObject([
    { path: ['quote'], message: 'at most 300 characters' },
  ]);
});

test('a search has a whole number of hits, zero or more', () => {
  const search = (hits: number) =>
    evidenceSchema.safeParse(
      createEvidence({ kind: 'absence-search', absence: [{ where: 'A manual', query: 'x', on: '2026-11-20', hits }] }),
    ).success;
  expect([0, 3, -1, 0.5].map(search)).toEqual([true, true, false, false]);
});
