import { describe, expect, test } from 'vitest';
import type { Evidence } from '#schema/evidence.ts';
import { addDays } from '#model/day.ts';
import { deriveVerification, lifeInDays } from '#model/verification.ts';
import { createEvidence } from './entries.ts';

const on = '2026-01-01';

/** The verification of a judgement of 2026-01-01, with the days on which sources were read. */
function verify(evidence: Evidence[], asOf: string, readOn: Readonly<Record<string, string>> = {}) {
  const judgement = { on, summary: 'A summary.', evidence, path: ['assessments', 0] };
  return deriveVerification(judgement, asOf, (id) => readOn[id]);
}

const searched = (...days: string[]) =>
  createEvidence({
    kind: 'absence-search',
    absence: days.map((day) => ({ where: 'A manual', query: 'asyncio', on: day, hits: 0 })),
  });

describe('the life of evidence', () => {
  test.each(Object.entries(lifeInDays))(
    'of kind %s is %i days: fresh on the last, stale the day after',
    (kind, life) => {
      const evidence = [createEvidence({ kind: kind as Evidence['kind'] })];
      const freshUntil = addDays(on, life);
      expect(verify(evidence, on)).toEqual({ state: 'unverified', freshUntil });
      expect(verify(evidence, freshUntil)).toEqual({ state: 'unverified', freshUntil });
      expect(verify(evidence, addDays(freshUntil, 1))).toEqual({ state: 'stale', freshUntil });
    },
  );

  test('is the shortest of all that speaks for or against the judgement', () => {
    const code = createEvidence({ kind: 'source-code' });
    const run = createEvidence({ kind: 'sample-run' });
    expect(verify([code, run], on)).toEqual({ state: 'unverified', freshUntil: '2026-04-01' });
    expect(verify([code, { ...run, stance: 'contradicts' }], on)).toEqual({
      state: 'disputed',
      freshUntil: '2026-04-01',
    });
    expect(verify([code, { ...run, stance: 'context' }], on)).toEqual({
      state: 'unverified',
      freshUntil: '2027-01-01',
    });
  });

  test('is not shortened by an internal report', () => {
    expect(verify([createEvidence(), createEvidence({ kind: 'internal-report' })], on)).toEqual({
      state: 'unverified',
      freshUntil: '2026-06-30',
    });
  });
});

describe('a judgement is disputed', () => {
  const both = [createEvidence(), createEvidence({ stance: 'contradicts', source: 'other' })];

  test('when fresh public evidence stands on both sides, whether or not it was read', () => {
    expect(verify(both, on)).toEqual({ state: 'disputed', freshUntil: '2026-06-30' });
    expect(verify(both, on, { manual: on, other: on })).toEqual({ state: 'disputed', freshUntil: '2026-06-30' });
  });

  test('until the evidence is stale, which weighs more', () => {
    expect(verify(both, '2026-06-30').state).toBe('disputed');
    expect(verify(both, '2026-07-01').state).toBe('stale');
  });

  test('not by an internal report or by context', () => {
    const report = createEvidence({ stance: 'contradicts', kind: 'internal-report' });
    const context = createEvidence({ stance: 'context' });
    expect(verify([createEvidence(), report, context], on)).toEqual({ state: 'unverified', freshUntil: '2026-06-30' });
  });
});

describe('a judgement is verified', () => {
  test('when every source that supports it was read within its life', () => {
    const evidence = [createEvidence(), createEvidence({ source: 'code', kind: 'source-code' })];
    const verified = { state: 'verified', freshUntil: '2026-06-30' };
    const unverified = { state: 'unverified', freshUntil: '2026-06-30' };
    expect(verify(evidence, '2026-02-01', { manual: on, code: on })).toEqual(verified);
    expect(verify(evidence, '2026-02-01', { manual: on })).toEqual(unverified);
    expect(verify(evidence, '2026-02-01', { code: on })).toEqual(unverified);
  });

  test('until the reading is older than the life of the evidence', () => {
    const evidence = [createEvidence()];
    expect(verify(evidence, on, { manual: addDays(on, -180) }).state).toBe('verified');
    expect(verify(evidence, on, { manual: addDays(on, -181) }).state).toBe('unverified');
  });

  test('when nothing was found and every search has a day within its life', () => {
    expect(verify([searched(on)], on)).toEqual({ state: 'verified', freshUntil: '2026-04-01' });
    expect(verify([searched(on, addDays(on, -90))], on).state).toBe('verified');
    expect(verify([searched(on, addDays(on, -91))], on).state).toBe('unverified');
  });

  test('not by reading the page where a search is on record as the kind of evidence', () => {
    expect(verify([searched()], on, { manual: on }).state).toBe('unverified');
    expect(verify([createEvidence({ kind: 'absence-search' })], on, { manual: on }).state).toBe('unverified');
  });

  test('whether or not the sources of mere context were read', () => {
    const evidence = [createEvidence(), createEvidence({ stance: 'context', source: 'unread' })];
    expect(verify(evidence, on, { manual: on }).state).toBe('verified');
  });

  test('also when a document that nobody outside can read agrees', () => {
    const evidence = [createEvidence(), createEvidence({ kind: 'internal-report', source: 'analysis' })];
    expect(verify(evidence, on, { manual: on }).state).toBe('verified');
  });

  test('not when nobody has read its source', () => {
    const judgement = { on, summary: 'A summary.', evidence: [createEvidence()], path: [] };
    expect(deriveVerification(judgement, on, () => undefined)).toEqual({
      state: 'unverified',
      freshUntil: '2026-06-30',
    });
  });
});

describe('a judgement without public support has no last fresh day', () => {
  test('and is uncheckable when internal reports alone bear it, however old', () => {
    const evidence = [createEvidence({ kind: 'internal-report' })];
    expect(verify(evidence, on, { manual: on })).toEqual({ state: 'uncheckable' });
    expect(verify(evidence, '2036-01-01', { manual: on })).toEqual({ state: 'uncheckable' });
  });

  test('and is unverified when there is no evidence at all', () => {
    expect(verify([], on)).toEqual({ state: 'unverified' });
  });
});
