import { describe, expect, test } from 'vitest';
import type { CellStatus } from '#schema/need.ts';
import { deriveMatrix } from '#model/view/matrix-page.ts';
import {
  createCell,
  createEdge,
  createGapAssessment,
  createModel,
  createNeed,
  createPattern,
  createQuestion,
  createRoute,
} from '../entries.ts';

const routes = [
  createRoute({ id: 'sidecar', title: 'Sidecar', order: 2 }),
  createRoute({ id: 'inside', title: 'Inside', order: 1 }),
];

/** The sentence on the best routes of a need whose cells have these statuses. */
function renderBest(inside: CellStatus, sidecar: CellStatus): string | undefined {
  const cells = [createCell({ route: 'inside', status: inside }), createCell({ route: 'sidecar', status: sidecar })];
  return deriveMatrix(createModel({ routes, needs: [createNeed({ cells })] })).rows[0]?.best.sentence;
}

describe('the matrix', () => {
  const cells = [
    createCell({ route: 'sidecar', status: 'works', note: 'It streams.', proof: ['pattern'] }),
    createCell({ route: 'inside', status: 'unknown', note: 'Nobody tried.', proof: ['question', 'edge'] }),
  ];
  const needs = [
    createNeed({ id: 'later', title: 'Later', order: 2, cells }),
    createNeed({ id: 'first', title: 'First', order: 1, cells }),
  ];
  const entries = { patterns: [createPattern()], questions: [createQuestion()], edges: [createEdge()] };
  const matrix = deriveMatrix(createModel({ ...entries, routes, needs }));

  test('has rows and columns in their order, whatever the order of files and cells', () => {
    expect(matrix.routes.map(({ id }) => id)).toEqual(['inside', 'sidecar']);
    expect(
      matrix.rows.map(({ id, cells: row }) => [id, ...row.map(({ route, status }) => `${route.id} ${status}`)]),
    ).toEqual([
      ['first', 'inside unknown', 'sidecar works'],
      ['later', 'inside unknown', 'sidecar works'],
    ]);
  });

  test('says of a cell what it is, why, where, and how its proofs stand', () => {
    expect(matrix.rows[0]?.cells[0]).toEqual({
      need: { id: 'first', title: 'First', path: '/matrix/needs/first/' },
      route: { id: 'inside', title: 'Inside', path: '/matrix/routes/inside/' },
      status: 'unknown',
      mark: {
        word: 'Unknown',
        shape: 'question',
        meaning: 'Nobody could find out. The cell names what would settle it. It does not count as good.',
      },
      note: 'Nobody tried.',
      path: '/matrix/needs/first/#inside',
      proof: [
        {
          collection: 'questions',
          id: 'question',
          path: '/questions/question/',
          title: 'A title',
          kind: 'Question',
          mark: { word: 'Open', shape: 'question', meaning: 'Nobody has settled it yet.' },
        },
        {
          collection: 'edges',
          id: 'edge',
          path: '/edges/edge/',
          title: 'A title',
          kind: 'Sharp edge',
          mark: { word: 'Open', shape: 'circle-empty', meaning: 'Nothing that helps is on record.' },
        },
      ],
    });
  });

  test('counts its cells by status, and names the statuses that no cell has', () => {
    expect(matrix.cellCount).toBe(4);
    expect(matrix.statuses.map(({ status, count, path }) => [status, count, path])).toEqual([
      ['works', 2, '/matrix/statuses/works/'],
      ['works-with-limits', 0, '/matrix/statuses/works-with-limits/'],
      ['unknown', 2, '/matrix/statuses/unknown/'],
      ['does-not-work', 0, '/matrix/statuses/does-not-work/'],
      ['not-applicable', 0, '/matrix/statuses/not-applicable/'],
    ]);
  });

  test('shows an assessment of today where its entry is cited', () => {
    const assessments = [
      createGapAssessment(),
      createGapAssessment({ on: '2026-11-21', status: 'community-workaround' }),
    ];
    const edited = deriveMatrix(createModel({ ...entries, edges: [createEdge({ assessments })], routes, needs }));
    expect(edited.rows[0]?.cells[0]?.proof.map(({ mark }) => mark?.word)).toEqual(['Open', 'Worked round']);
  });

  test('leaves drafts out, and shows a cell that is not written yet as unknown', () => {
    const drafted = deriveMatrix(
      createModel({
        routes: [...routes, createRoute({ id: 'new', order: 3 }), createRoute({ id: 'draft', order: 4, draft: true })],
        needs: [...needs, createNeed({ id: 'draft', order: 3, draft: true })],
      }),
    );
    expect(drafted.routes.map(({ id }) => id)).toEqual(['inside', 'sidecar', 'new']);
    expect(drafted.rows.map(({ id }) => id)).toEqual(['first', 'later']);
    expect(drafted.rows[0]?.cells[2]).toMatchObject({
      status: 'unknown',
      note: 'This cell is not written yet.',
      proof: [],
    });
  });

  test('of nothing is empty', () => {
    expect(deriveMatrix(createModel())).toMatchObject({ routes: [], rows: [], cellCount: 0 });
  });
});

describe('the best routes for a need', () => {
  test('are those that work', () => {
    expect(renderBest('works-with-limits', 'works')).toBe('Works: Sidecar.');
    expect(renderBest('works-with-limits', 'does-not-work')).toBe('Works with limits: Inside.');
  });

  test('are not listed one by one when every route is as good', () => {
    expect(renderBest('works', 'works')).toBe('Works: every route.');
  });

  test('are none where nothing is known to work, and what is unknown is counted and not taken for good', () => {
    expect(renderBest('does-not-work', 'not-applicable')).toBe('No route is known to work.');
    expect(renderBest('unknown', 'does-not-work')).toBe('No route is known to work; 1 route unknown.');
    expect(renderBest('unknown', 'unknown')).toBe('No route is known to work; 2 routes unknown.');
  });
});
