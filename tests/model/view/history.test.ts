import { expect, test } from 'vitest';
import { deriveHistory } from '#model/view/history.ts';
import { createEdge, createEvidence, createGapAssessment, createModel, createSource } from '../entries.ts';

test('a history goes from the newest judgement to the oldest, and marks the one that counts', () => {
  const edge = createEdge({
    assessments: [
      createGapAssessment({ on: '2025-08-17', status: 'open', evidence: [] }),
      createGapAssessment({
        on: '2026-11-20',
        status: 'partially-addressed',
        summary: 'Half of it is there.',
        remaining: 'The other half.',
        target: { iris: '2026.1' },
        evidence: [createEvidence({ quote: 'Words.', locator: 'A heading', confidence: 'low' })],
      }),
    ],
  });
  const history = deriveHistory(createModel({ edges: [edge], sources: [createSource()] }), edge);
  expect(history.map(({ asOfPath }) => asOfPath)).toEqual([
    '/as-of/2026-11-20/edges/#edge',
    '/as-of/2025-08-17/edges/#edge',
  ]);
  expect(history.map(({ on, isCurrent, mark }) => [on, isCurrent, mark?.word])).toEqual([
    ['2026-11-20', true, 'Partly addressed'],
    ['2025-08-17', false, 'Open'],
  ]);
  expect(history[0]).toMatchObject({
    summary: 'Half of it is there.',
    remaining: 'The other half.',
    target: '2026.1',
    evidence: [
      {
        shows: 'What it shows.',
        quote: 'Words.',
        locator: 'A heading',
        stance: 'Supports',
        kind: 'Vendor documentation',
        confidence: 'Low',
        source: { id: 'manual', title: 'A manual', path: '/sources/manual/' },
      },
    ],
  });
});
