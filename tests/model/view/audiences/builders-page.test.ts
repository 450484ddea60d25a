import { expect, test } from 'vitest';
import type { Verdict } from '#schema/verdict.ts';
import { deriveBuildersPage } from '#model/view/audiences/builders-page.ts';
import {
  createEdge,
  createGuide,
  createModel,
  createPattern,
  createPatternAssessment,
  createSample,
} from '../../entries.ts';

function createVerdictOf(sample: string, name: 'pyodide' | 'cpython'): Verdict {
  return {
    sample,
    runtime: { name },
    sourceSha256: 'a'.repeat(64),
    outcome: 'passed',
    expected: 'pass',
    normalisers: [],
    ranOn: '2026-11-20',
  };
}

test('a need leads to its pattern, its samples, its limits and the gotchas of the edges it eases', () => {
  const page = deriveBuildersPage(
    createModel({
      patterns: [
        createPattern({
          id: 'a',
          need: 'Wait for many.',
          languages: ['Python', 'ObjectScript'],
          limits: ['One limit.'],
          samples: ['sample', 'no-such'],
          eases: ['edge', 'quiet', 'no-such'],
        }),
      ],
      edges: [createEdge({ gotcha: 'It blocks.' }), createEdge({ id: 'quiet' })],
      samples: [createSample()],
      verdicts: { file: 'verdicts.json', data: [createVerdictOf('sample', 'pyodide')] },
    }),
  );
  const [need] = page.needs.shown;
  expect(need).toMatchObject({
    need: 'Wait for many.',
    id: 'a',
    pattern: { path: '/patterns/a/', mark: { word: 'Works' } },
    verification: 'Unverified',
    runsIn: 'A process',
    languages: 'Python, ObjectScript',
    samples: [
      { path: '/samples/sample/', title: 'A sample', state: 'Passed: Pyodide; Untested: CPython', isProven: true },
    ],
    limits: ['One limit.'],
  });
  expect(need?.gotchas.map(({ warning, edge, verification }) => [warning, edge.path, verification])).toEqual([
    ['It blocks.', '/edges/edge/', 'Unverified'],
  ]);
});

test('the answer counts what works, what works within limits, and what its samples prove', () => {
  const judged = (id: string, status: 'works' | 'works-with-limits' | 'unknown' | 'retired', samples: string[] = []) =>
    createPattern({ id, samples, assessments: [createPatternAssessment({ status })] });
  const model = createModel({
    patterns: [
      judged('a', 'works', ['one', 'two']),
      judged('b', 'works-with-limits', ['two']),
      judged('c', 'unknown'),
      judged('d', 'retired'),
    ],
    samples: [createSample({ id: 'one' }), createSample({ id: 'two' })],
    verdicts: { file: 'verdicts.json', data: [createVerdictOf('one', 'cpython')] },
  });
  const page = deriveBuildersPage(model);
  expect(page.answer).toBe(
    '2 of 4 patterns can be used today, 1 of them within limits that a team will meet. Of 2 samples beside them, 1 has passed as a program.',
  );
  expect(page.needs.shown.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('guides say whom they are for', () => {
  const { guides } = deriveBuildersPage(createModel({ guides: [createGuide({ audience: 'A lead.' })] }));
  expect(guides.shown).toMatchObject([
    { link: { path: '/guides/guide/' }, audience: 'A lead.', verification: 'Unverified' },
  ]);
});

test('of two thousand patterns the page shows the first and leads to the index', () => {
  const patterns = Array.from({ length: 2000 }, (_, index) => createPattern({ id: `p${index}` }));
  const { needs } = deriveBuildersPage(createModel({ patterns }));
  expect([needs.shown.length, needs.total, needs.all]).toEqual([40, 2000, '/patterns/']);
});
