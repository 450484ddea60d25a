import { describe, expect, test } from 'vitest';
import { deriveApiMatrix } from '#model/api/matrix.ts';
import {
  createCell,
  createEdge,
  createGapAssessment,
  createGuide,
  createLinkHealth,
  createLinkRecord,
  createModel,
  createNeed,
  createPattern,
  createQuestion,
  createRoute,
  createSample,
  createSource,
} from '../entries.ts';
import { createTestApi } from './apis.ts';

const route = createRoute({ summary: 'Where `python` runs.' });
const sidecar = createRoute({ id: 'sidecar', title: 'A sidecar', order: 2 });

describe('a cell', () => {
  const edge = createEdge({ assessments: [createGapAssessment({ status: 'shipped', maturity: 'production' })] });
  const need = createNeed({
    cells: [createCell({ note: 'Use `await` & wait.', proof: ['edge', 'guide', 'question', 'sample'] })],
  });
  const api = createTestApi(
    createModel({
      edges: [edge],
      guides: [createGuide()],
      questions: [createQuestion()],
      samples: [createSample()],
      sources: [createSource()],
      linkHealth: createLinkHealth([createLinkRecord()]),
      routes: [route],
      needs: [need],
    }),
  );
  const [cell] = deriveApiMatrix(api).needs[0]?.cells ?? [];

  test('has its status, its note in both forms, and the row where readers find it', () => {
    expect(cell).toMatchObject({
      route: 'route',
      status: 'works',
      status_label: 'Works',
      note_text: 'Use await & wait.',
      note_html: 'Use <code>await</code> &amp; wait.',
      links: { html: 'https://site.example/sub/matrix/needs/need/#route' },
    });
  });

  test('names what bears it out in its order, with the status of today and how far that can be trusted', () => {
    expect(cell?.proof[0]).toEqual({
      entry: {
        collection: 'edges',
        id: 'edge',
        title: 'A title',
        links: {
          html: 'https://site.example/sub/edges/edge/',
          json: 'https://site.example/sub/api/v1/edges/edge.json',
        },
      },
      status: 'shipped',
      status_label: 'Shipped, production',
      maturity: 'production',
      verification: { state: 'verified', state_label: 'Verified', fresh_until: '2027-05-19', as_of: '2026-11-21' },
    });
    expect(
      cell?.proof.map(({ entry, status, status_label, verification }) => [
        `${entry.collection}/${entry.id}`,
        status,
        status_label,
        verification?.state ?? null,
      ]),
    ).toEqual([
      ['edges/edge', 'shipped', 'Shipped, production', 'verified'],
      ['guides/guide', null, null, 'verified'],
      ['questions/question', null, 'Open', null],
      ['samples/sample', null, 'Untested', null],
    ]);
  });
});

describe('the matrix', () => {
  const model = createModel({
    patterns: [createPattern()],
    routes: [sidecar, route],
    needs: [
      createNeed({
        id: 'second',
        order: 2,
        cells: [createCell({ status: 'unknown' }), createCell({ route: 'sidecar', status: 'does-not-work' })],
      }),
      createNeed({
        question: 'Can it `await`?',
        cells: [createCell({ status: 'works-with-limits' }), createCell({ route: 'sidecar' })],
      }),
      createNeed({ id: 'draft', order: 3, draft: true }),
    ],
  });
  const { cell_count, counts, routes, needs, links } = deriveApiMatrix(createTestApi(model));

  test('has its rows and columns in the order of the table, without drafts', () => {
    expect(needs.map(({ id, cells }) => [id, ...cells.map((cell) => cell.route)])).toEqual([
      ['need', 'route', 'sidecar'],
      ['second', 'route', 'sidecar'],
    ]);
    expect(routes).toMatchObject([
      {
        id: 'route',
        summary_text: 'Where python runs.',
        summary_html: 'Where <code>python</code> runs.',
        links: { html: 'https://site.example/sub/matrix/routes/route/' },
      },
      { id: 'sidecar', title: 'A sidecar' },
    ]);
    expect(needs[0]).toMatchObject({
      question_text: 'Can it await?',
      links: { html: 'https://site.example/sub/matrix/needs/need/' },
    });
  });

  test('says the best that any route does for a need, and where none is known to work', () => {
    expect(needs.map(({ best }) => best)).toEqual([
      {
        status: 'works',
        status_label: 'Works',
        routes: ['sidecar'],
        sentence_text: 'Works: A sidecar.',
        sentence_html: 'Works: A sidecar.',
      },
      {
        status: null,
        status_label: null,
        routes: [],
        sentence_text: 'No route is known to work; 1 route unknown.',
        sentence_html: 'No route is known to work; 1 route unknown.',
      },
    ]);
  });

  test('counts the cells of every status, also of one that no cell has', () => {
    expect(cell_count).toBe(4);
    expect(counts.map(({ status, status_label, count }) => `${status} ${status_label} ${count}`)).toEqual([
      'works Works 1',
      'works-with-limits Works with limits 1',
      'unknown Unknown 1',
      'does-not-work Does not work 1',
      'not-applicable Not applicable 0',
    ]);
    expect(counts[0]?.links.html).toBe('https://site.example/sub/matrix/statuses/works/');
  });

  test('links its page and its CSV', () => {
    expect(links).toEqual({
      html: 'https://site.example/sub/matrix/',
      csv: 'https://site.example/sub/api/v1/matrix.csv',
    });
  });
});
