import { describe, expect, test } from 'vitest';
import { deriveDifferencePages } from '#model/view/difference-page.ts';
import {
  createEdge,
  createGapAssessment,
  createGuide,
  createModel,
  createPattern,
  createPatternAssessment,
  createQuestion,
  createReview,
} from '../entries.ts';

const model = createModel({
  edges: [
    createEdge({
      assessments: [
        createGapAssessment({ on: '2025-01-01', status: 'open' }),
        createGapAssessment({ on: '2025-06-01', status: 'community-workaround', summary: 'There is a way round.' }),
        createGapAssessment({ on: '2026-01-01', status: 'partially-addressed', summary: 'Half of it is there.' }),
      ],
    }),
  ],
  patterns: [createPattern({ assessments: [createPatternAssessment({ on: '2025-01-01' })] })],
  guides: [createGuide({ assessments: [createReview({ on: '2026-01-01', summary: 'It was read.' })] })],
  questions: [createQuestion()],
});
const pages = deriveDifferencePages(model);
const find = (path: string) => pages.find((page) => page.path === path);

describe('the difference of two days', () => {
  test('has a page for each pair', () => {
    expect(pages.map(({ path }) => path)).toEqual([
      '/changes/2025-06-01..2026-01-01/',
      '/changes/2025-01-01..2026-01-01/',
      '/changes/2025-01-01..2025-06-01/',
    ]);
  });

  test('says what differs in words, and counts what stayed', () => {
    const page = find('/changes/2025-01-01..2026-01-01/');
    expect(page?.title).toBe('Changes from 2025-01-01 to 2026-01-01');
    expect(page?.verdict).toBe('Of 3 entries assessed by 2026-01-01, 1 improved and 1 added. 1 is unchanged.');
  });

  test('counts entries that came later apart, but no question that is open', () => {
    expect(find('/changes/2025-01-01..2025-06-01/')?.verdict).toBe(
      'Of 2 entries assessed by 2025-06-01, 1 improved. 1 is unchanged. 1 entry of today had not been assessed by then.',
    );
  });

  test('shows both states, what was said, and every judgement on the way', () => {
    const rows = find('/changes/2025-01-01..2026-01-01/')?.groups.flatMap((group) => group.rows);
    expect(rows).toMatchObject([
      {
        link: { path: '/edges/edge/' },
        from: { word: 'Open', shape: 'circle-empty' },
        to: { word: 'Partly addressed' },
        said: { on: '2026-01-01', path: '/edges/edge/#on-2026-01-01', summary: 'Half of it is there.' },
        earlier: [{ on: '2025-06-01', state: { word: 'Worked round' }, summary: 'There is a way round.' }],
      },
      {
        link: { path: '/guides/guide/' },
        from: { word: 'Not yet assessed' },
        to: { word: 'Reviewed' },
        said: { summary: 'It was read.' },
        earlier: [],
      },
    ]);
  });

  test('leads to the steps before and after, and to every other pair of its days', () => {
    const page = find('/changes/2025-01-01..2025-06-01/');
    expect([page?.previous, page?.next?.path]).toEqual([undefined, '/changes/2025-06-01..2026-01-01/']);
    expect(page?.choices.sameFrom.map(({ path }) => path)).toEqual(['/changes/2025-01-01..2026-01-01/']);
    expect(page?.choices.sameTo).toEqual([]);
    expect(find('/changes/2025-06-01..2026-01-01/')?.previous?.path).toBe('/changes/2025-01-01..2025-06-01/');
  });
});

test('a long difference is cut into pages, and a site judged on one day has none', () => {
  const edges = Array.from({ length: 90 }, (_, index) =>
    createEdge({ id: `edge-${index}`, assessments: [createGapAssessment({ on: '2026-01-01' })] }),
  );
  const first = createEdge({ id: 'first', assessments: [createGapAssessment({ on: '2025-01-01' })] });
  const long = deriveDifferencePages(createModel({ edges: [first, ...edges] }));
  expect(long.map(({ path, groups }) => [path, groups.flatMap(({ rows }) => rows).length])).toEqual([
    ['/changes/2025-01-01..2026-01-01/', 40],
    ['/changes/2025-01-01..2026-01-01/2/', 40],
    ['/changes/2025-01-01..2026-01-01/3/', 10],
  ]);
  expect(deriveDifferencePages(createModel({ edges }))).toEqual([]);
});
