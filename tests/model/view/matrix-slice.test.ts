import { expect, test } from 'vitest';
import { deriveCellStatusPage, deriveNeedPage, deriveRoutePage, type MatrixSlice } from '#model/view/matrix-slice.ts';
import { createCell, createModel, createNeed, createRoute } from '../entries.ts';

const [inside, sidecar] = [
  createRoute({ id: 'inside', title: 'Inside' }),
  createRoute({ id: 'sidecar', title: 'Sidecar', order: 2 }),
];
const cells = [createCell({ route: 'inside', status: 'does-not-work' }), createCell({ route: 'sidecar' })];
const [streaming, timeouts, draft] = [
  createNeed({ id: 'streaming', title: 'Streaming', question: 'Can it stream?', cells }),
  createNeed({ id: 'timeouts', title: 'Timeouts', order: 2, cells }),
  createNeed({ id: 'draft', title: 'Draft', order: 3, draft: true }),
];
const model = createModel({ routes: [inside, sidecar], needs: [streaming, timeouts, draft] });

/** What a page says, and its rows as `anchor: need, route, status`. */
function summarise({ title, lead, summary, file, rows }: MatrixSlice) {
  return {
    says: [title, lead, summary, file],
    rows: rows.map(({ id, cell }) => `${id}: ${cell.need.title}, ${cell.route.title}, ${cell.mark.word}`),
  };
}

test('the page of a need has its cells, and leads to its neighbours', () => {
  const page = deriveNeedPage(model, streaming);
  expect(summarise(page)).toEqual({
    says: ['Streaming', 'Can it stream?', 'Works: Sidecar.', 'content/needs/streaming.yaml'],
    rows: ['inside: Streaming, Inside, Does not work', 'sidecar: Streaming, Sidecar, Works'],
  });
  expect(page.heads).toEqual(['route']);
  expect([page.previous?.path, page.next?.path]).toEqual([undefined, '/matrix/needs/timeouts/']);
});

test('the page of a route has its cells, and counts them', () => {
  const page = deriveRoutePage(model, inside);
  expect(summarise(page)).toEqual({
    says: ['Inside', 'Where the code runs.', 'Of 2 needs: Does not work 2.', 'content/routes/inside.yaml'],
    rows: ['streaming: Streaming, Inside, Does not work', 'timeouts: Timeouts, Inside, Does not work'],
  });
  expect(page.next?.path).toBe('/matrix/routes/sidecar/');
});

test('the page of a status has the cells that have it, from no single file', () => {
  expect(summarise(deriveCellStatusPage(model, 'works'))).toEqual({
    says: ['Works', 'The route meets the need as described.', '2 of 4 cells.', undefined],
    rows: ['streaming_sidecar: Streaming, Sidecar, Works', 'timeouts_sidecar: Timeouts, Sidecar, Works'],
  });
});

test('the page of a status that no cell has says so', () => {
  expect(summarise(deriveCellStatusPage(model, 'unknown'))).toMatchObject({
    says: ['Unknown', expect.any(String), '0 of 4 cells.', undefined],
    rows: [],
  });
});

test('the page of a draft says that it is one', () => {
  expect(summarise(deriveNeedPage(model, draft))).toMatchObject({
    says: [
      'Draft',
      'Can it be done?',
      'This need is a draft and not part of the matrix yet.',
      'content/needs/draft.yaml',
    ],
    rows: [],
  });
});
