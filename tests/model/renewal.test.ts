import { describe, expect, test } from 'vitest';
import type { Evidence } from '#schema/evidence.ts';
import { listJudgements } from '#model/judgements.ts';
import { deriveRenewal, renderRenewal, type Renewal } from '#model/renewal.ts';
import { createEdge, createEvidence, createGapAssessment } from './entries.ts';

function derive(evidence: readonly Partial<Evidence>[], samples: string[] = []): Renewal {
  const entry = createEdge({ samples, assessments: [createGapAssessment({ evidence: evidence.map(createEvidence) })] });
  const [judgement] = listJudgements(entry);
  if (judgement === undefined) throw new Error('the edge has a judgement');
  return deriveRenewal(entry, judgement);
}

const search = { where: 'A manual', query: 'asyncio', on: '2026-11-20', hits: 0 };

describe('to renew a judgement', () => {
  test('the sources for and against it are read once each, and those that only give context are not', () => {
    const renewal = derive([
      { source: 'b', kind: 'vendor-doc' },
      { source: 'a', kind: 'source-code', stance: 'contradicts' },
      { source: 'b', kind: 'release-note' },
      { source: 'c', kind: 'issue-thread', stance: 'context' },
      { source: 'd', kind: 'community-post' },
    ]);
    expect(renewal).toEqual({ read: ['b', 'a', 'd'], measure: [], searches: [], run: [] });
  });

  test('searches are repeated as they were recorded, and their source is not read for its own sake', () => {
    const again = { ...search, query: 'ASGI', hits: 2 };
    expect(derive([{ kind: 'absence-search', absence: [search, again] }])).toEqual({
      read: [],
      measure: [],
      searches: [search, again],
      run: [],
    });
  });

  test('the samples of the entry run, and stand for the runs that are its evidence', () => {
    expect(derive([{ source: 'a', kind: 'sample-run' }], ['one', 'two', 'one'])).toEqual({
      read: [],
      measure: [],
      searches: [],
      run: ['one', 'two'],
    });
  });

  test('a figure is measured again, and so is a run of no sample of this site', () => {
    const { measure } = derive([
      { source: 'a', kind: 'measurement' },
      { source: 'b', kind: 'sample-run' },
    ]);
    expect(measure).toEqual(['a', 'b']);
  });

  test('nobody is asked to read what is not public', () => {
    expect(derive([{ kind: 'internal-report' }])).toEqual({ read: [], measure: [], searches: [], run: [] });
  });
});

test('the work is told in one phrase, with the steps that there are', () => {
  const nothing: Renewal = { read: [], measure: [], searches: [], run: [] };
  expect(renderRenewal({ read: ['a', 'b'], measure: ['c'], searches: [search], run: ['d'] })).toBe(
    'read 2 sources, repeat 1 search, measure 1 figure and run 1 sample',
  );
  expect(renderRenewal({ ...nothing, searches: [search, search] })).toBe('repeat 2 searches');
  expect(renderRenewal(nothing)).toBe('find evidence that can be looked at');
});
