import { expect, test } from 'vitest';
import { deriveSearchPage } from '#model/view/search-page.ts';
import {
  createEdge,
  createFinding,
  createGapAssessment,
  createModel,
  createNeed,
  createPattern,
  createPatternAssessment,
  createRoute,
} from '../entries.ts';

test('a search is narrowed to the kinds and statuses that there are, each status once', () => {
  const unknown = { assessments: [createPatternAssessment({ status: 'unknown' })] };
  const page = deriveSearchPage(
    createModel({
      edges: [createEdge(), createEdge({ id: 'other', assessments: [createGapAssessment({ status: 'unknown' })] })],
      patterns: [createPattern(), createPattern({ id: 'lost', ...unknown })],
      findings: [createFinding()],
    }),
  );
  expect(page.kinds).toEqual([
    { id: 'patterns', plural: 'Patterns' },
    { id: 'edges', plural: 'Sharp edges' },
    { id: 'findings', plural: 'Findings' },
  ]);
  expect(page.indexes).toEqual([
    { title: 'Patterns', path: '/patterns/' },
    { title: 'Sharp edges', path: '/edges/' },
    { title: 'Findings', path: '/findings/' },
  ]);
  expect(page.statuses).toEqual([
    {
      title: 'Sharp edges and proposals',
      terms: [
        { id: 'open', word: 'Open' },
        { id: 'unknown', word: 'Unknown' },
      ],
    },
    { title: 'Patterns', terms: [{ id: 'works', word: 'Works' }] },
    { title: 'Findings', terms: [{ id: 'holds', word: 'Holds' }] },
  ]);
  expect(page.shapes).toEqual(['circle-empty', 'circle-full', 'question', 'square-full']);
});

test('needs and routes have one index, which is the matrix', () => {
  const page = deriveSearchPage(createModel({ needs: [createNeed()], routes: [createRoute()] }));
  expect(page.kinds.map(({ id }) => id)).toEqual(['needs', 'routes']);
  expect(page.indexes).toEqual([{ title: 'Support matrix', path: '/matrix/' }]);
});
