import { expect, test } from 'vitest';
import { deriveMatrixLinks, listMatrixCells } from '#model/view/matrix-citations.ts';
import {
  createCell,
  createEdge,
  createModel,
  createNeed,
  createPattern,
  createRoute,
  createSample,
} from '../entries.ts';

const [edge, pattern, sample] = [createEdge(), createPattern(), createSample()];
const cells = [createCell({ route: 'a', proof: ['edge', 'sample'] }), createCell({ route: 'b', proof: ['edge'] })];
const model = createModel({
  edges: [edge],
  patterns: [pattern],
  samples: [sample],
  routes: [createRoute({ id: 'a', title: 'Route A' }), createRoute({ id: 'b', title: 'Route B', order: 2 })],
  needs: [
    createNeed({ id: 'streaming', title: 'Streaming', cells }),
    createNeed({ id: 'draft', order: 2, draft: true, cells: [createCell({ route: 'a', proof: ['pattern'] })] }),
  ],
});

test('the cells that cite an entry or a sample are listed by need, then by route', () => {
  expect(listMatrixCells(model, edge).map(({ path }) => path)).toEqual([
    '/matrix/needs/streaming/#a',
    '/matrix/needs/streaming/#b',
  ]);
  expect(listMatrixCells(model, sample).map(({ path }) => path)).toEqual(['/matrix/needs/streaming/#a']);
});

test('an entry that only a draft cites is in no cell', () => {
  expect(listMatrixCells(model, pattern)).toEqual([]);
});

test('an entry of another collection with the same id is not taken for it', () => {
  expect(listMatrixCells(model, { collection: 'guides', id: 'edge' })).toEqual([]);
});

test('links lead to the need, or to the one cell of it', () => {
  expect(deriveMatrixLinks(model, edge)).toEqual([
    { path: '/matrix/needs/streaming/', title: 'Streaming: Route A, Route B', kind: 'Need' },
  ]);
  expect(deriveMatrixLinks(model, sample)).toEqual([
    { path: '/matrix/needs/streaming/#a', title: 'Streaming: Route A', kind: 'Need' },
  ]);
});
