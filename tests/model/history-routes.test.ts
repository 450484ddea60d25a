import { expect, test } from 'vitest';
import {
  listAssessedCollections,
  listFilters,
  listHistoryRoutes,
  renderAsOfPath,
  renderDayPath,
  renderDifferencePath,
  renderJudgementPath,
  renderTimelinePath,
} from '#model/history-routes.ts';
import { listEvents } from '#model/events.ts';
import { createContent, createEdge, createGapAssessment, createGuide, createReview } from './entries.ts';

const { entries } = createContent({
  edges: [
    createEdge({
      assessments: [
        createGapAssessment({ on: '2025-08-17', status: 'open' }),
        createGapAssessment({ on: '2026-11-20', status: 'partially-addressed' }),
      ],
    }),
  ],
  guides: [createGuide({ assessments: [createReview({ on: '2026-11-20' })] })],
});

test('paths name the filter, the day, the two days, or the entry with the day', () => {
  expect(renderTimelinePath({})).toBe('/changes/');
  expect(renderTimelinePath({ kind: 'improved' })).toBe('/changes/improved/');
  expect(renderTimelinePath({ collection: 'edges', kind: 'improved' })).toBe('/changes/edges/improved/');
  expect(renderDayPath('2026-11-20')).toBe('/changes/2026-11-20/');
  expect(renderDifferencePath({ from: '2025-08-17', to: '2026-11-20' })).toBe('/changes/2025-08-17..2026-11-20/');
  expect(renderAsOfPath('2025-08-17')).toBe('/as-of/2025-08-17/');
  expect(renderAsOfPath('2025-08-17', 'edges')).toBe('/as-of/2025-08-17/edges/');
  expect(renderJudgementPath({ collection: 'edges', id: 'edge' }, '2026-11-20')).toBe('/edges/edge/#on-2026-11-20');
});

test('filters are those that leave an event, each once', () => {
  expect(listFilters(listEvents(entries)).map(renderTimelinePath).sort()).toEqual([
    '/changes/added/',
    '/changes/edges/',
    '/changes/edges/added/',
    '/changes/edges/improved/',
    '/changes/guides/',
    '/changes/guides/added/',
    '/changes/improved/',
  ]);
});

test('a collection is assessed from its first judgement on', () => {
  expect(listAssessedCollections(entries, '2025-08-16')).toEqual([]);
  expect(listAssessedCollections(entries, '2025-08-17')).toEqual(['edges']);
  expect(listAssessedCollections(entries, '2026-11-20')).toEqual(['edges', 'guides']);
});

test('the routes of history are filters, days, pairs of days, and what counted on each day', () => {
  const routes = listHistoryRoutes(entries);
  expect(routes.filter((route) => /\d/.test(route))).toEqual([
    '/changes/2025-08-17/',
    '/changes/2026-11-20/',
    '/changes/2025-08-17..2026-11-20/',
    '/as-of/2025-08-17/',
    '/as-of/2025-08-17/edges/',
    '/as-of/2026-11-20/',
    '/as-of/2026-11-20/edges/',
    '/as-of/2026-11-20/guides/',
  ]);
  expect(routes).toContain('/changes/edges/improved/');
});

test('a draft has no history yet', () => {
  const draft = createEdge({ id: 'draft', draft: true, assessments: [createGapAssessment({ on: '2024-01-01' })] });
  const withDraft = { ...entries, edges: [...entries.edges, draft] };
  expect(listHistoryRoutes(withDraft)).toEqual(listHistoryRoutes(entries));
});
