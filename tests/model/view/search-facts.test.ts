import { expect, test } from 'vitest';
import { deriveSearchFacts } from '#model/view/search-facts.ts';
import {
  createEdge,
  createGapAssessment,
  createGuide,
  createModel,
  createRulePage,
  createSample,
  createSource,
} from '../entries.ts';

test('a judged entry is found by its status, and shows it with the day and how far to trust it', () => {
  const edge = createEdge({
    assessments: [
      createGapAssessment({ on: '2025-08-17' }),
      createGapAssessment({ on: '2026-11-20', status: 'shipped', maturity: 'experimental' }),
    ],
  });
  expect(deriveSearchFacts(createModel({ edges: [edge], sources: [createSource()] }), edge)).toEqual({
    collection: 'edges',
    kind: 'Sharp edge',
    weight: undefined,
    status: { id: 'shipped', word: 'Shipped, experimental', shape: 'circle-full' },
    verification: 'Unverified',
    assessedOn: '2026-11-20',
  });
});

test('a guide is reviewed and has no status', () => {
  const guide = createGuide();
  const facts = deriveSearchFacts(createModel({ guides: [guide], sources: [createSource()] }), guide);
  expect([facts.kind, facts.status, facts.assessedOn]).toEqual(['Guide', undefined, '2026-11-20']);
});

test('what entries rest on counts less than the entries, the nearer the more', () => {
  const model = createModel();
  const weights = [createSample(), createSource(), createRulePage()].map((entry) => deriveSearchFacts(model, entry));
  expect(weights).toEqual([
    { collection: 'samples', kind: 'Sample', weight: 0.6 },
    { collection: 'sources', kind: 'Source', weight: 0.3 },
    { collection: 'rules', kind: 'Rule', weight: 0.2 },
  ]);
});
