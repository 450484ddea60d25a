import { describe, expect, test } from 'vitest';
import { deriveReviewLists } from '#model/view/review-lists.ts';
import { deriveReviewsPage, shownPerGroup } from '#model/view/reviews-page.ts';
import {
  createEdge,
  createEvidence,
  createGapAssessment,
  createModel,
  createSample,
  createSource,
} from '../entries.ts';

function createEdgeJudgedOn(id: string, on: string, overrides: Parameters<typeof createEdge>[0] = {}) {
  return createEdge({ id, title: `The edge ${id}`, assessments: [createGapAssessment({ on })], ...overrides });
}

describe('the page of reviews', () => {
  // Documentation is fresh for 180 days.
  const model = createModel({
    edges: [
      createEdgeJudgedOn('old', '2026-01-01'),
      createEdgeJudgedOn('soon', '2026-06-01', { owner: 'Team B' }),
      createEdgeJudgedOn('later', '2026-07-01', { owner: 'Team A' }),
      createEdgeJudgedOn('last', '2026-11-20'),
    ],
    sources: [createSource()],
  });
  const page = deriveReviewsPage(model);

  test('groups what is due: overdue first, then month by month', () => {
    expect(page.groups.map(({ id, title, list }) => [id, title, list.shown.map(({ link }) => link.path)])).toEqual([
      ['overdue', 'Overdue', ['/edges/old/']],
      ['2026-11', 'November 2026', ['/edges/soon/']],
      ['2026-12', 'December 2026', ['/edges/later/']],
      ['2027-05', 'May 2027', ['/edges/last/']],
    ]);
    expect(page.count).toBe(4);
  });

  test('says in two sentences what is overdue and what comes next', () => {
    expect(page.answer).toBe(
      '1 review is overdue on 2026-11-21. 1 review falls due within 30 days, the first on 2026-11-28.',
    );
  });

  test('says when there is nothing to do', () => {
    expect(deriveReviewsPage(createModel()).answer).toBe('Nothing is overdue on 2026-11-21.');
    expect(deriveReviewsPage(createModel({ edges: [createEdge()] })).answer).toBe(
      'Nothing is overdue on 2026-11-21. Nothing falls due within 30 days; 1 review follows on 2027-05-19.',
    );
  });

  test('counts for each owner, by name, and what nobody has taken on last', () => {
    expect(page.soonUntil).toBe('2026-12-21');
    expect(page.owners).toEqual([
      { owner: 'Team A', path: '/reviews/by/team-a/', overdue: 0, soon: 0, all: 1, nextOn: '2026-12-28' },
      { owner: 'Team B', path: '/reviews/by/team-b/', overdue: 0, soon: 1, all: 1, nextOn: '2026-11-28' },
      { owner: 'Nobody yet', path: undefined, overdue: 1, soon: 0, all: 2, nextOn: '2026-06-30' },
    ]);
  });

  test('lists apart what no day can be set for', () => {
    const internal = createGapAssessment({ evidence: [createEvidence({ kind: 'internal-report' })] });
    const { groups, undated } = deriveReviewsPage(createModel({ edges: [createEdge({ assessments: [internal] })] }));
    expect(groups).toEqual([]);
    expect(undated.shown.map(({ link, verification }) => [link.path, verification])).toEqual([
      ['/edges/edge/', 'Not publicly checkable'],
    ]);
  });
});

test('a row says what to read, to search and to run', () => {
  const search = { where: 'A manual', query: 'asyncio', on: '2026-11-20', hits: 0 };
  const edge = createEdge({
    samples: ['sample', 'no-such'],
    assessments: [
      createGapAssessment({
        evidence: [createEvidence(), createEvidence({ kind: 'absence-search', absence: [search] })],
      }),
    ],
  });
  const page = deriveReviewsPage(createModel({ edges: [edge], sources: [createSource()], samples: [createSample()] }));
  expect(page.groups[0]?.list.shown[0]).toEqual({
    dueOn: '2027-02-18',
    when: 'in 89 days',
    isOverdue: false,
    link: {
      path: '/edges/edge/',
      title: 'A title',
      kind: 'Sharp edge',
      mark: expect.objectContaining({ word: 'Open' }) as unknown,
    },
    owner: 'Nobody yet',
    assessedOn: '2026-11-20',
    verification: 'Unverified',
    work: 'read 1 source, repeat 1 search and run 2 samples',
    read: [{ path: '/sources/manual/', title: 'A manual' }],
    measure: [],
    searches: [search],
    run: [{ path: '/samples/sample/', title: 'A sample' }],
    command: 'npm run samples -- sample',
  });
});

test('days are told in words', () => {
  const when = (asOf: string) =>
    deriveReviewsPage(createModel({ edges: [createEdge()] }, asOf)).groups[0]?.list.shown[0]?.when;
  expect(['2027-05-18', '2027-05-19', '2027-05-20', '2030-05-20'].map(when)).toEqual([
    'in 1 day',
    'due today',
    '1 day overdue',
    '1,097 days overdue',
  ]);
});

describe('two thousand entries', () => {
  const edges = Array.from({ length: 2000 }, (_, index) =>
    createEdgeJudgedOn(`edge-${String(index).padStart(4, '0')}`, '2026-11-20', {
      owner: index < 250 ? 'Team A' : undefined,
    }),
  );
  const model = createModel({ edges });

  test('show the head of each group, and lead to the whole list', () => {
    const [group] = deriveReviewsPage(model).groups;
    expect(group?.list).toMatchObject({ total: 2000, all: '/reviews/2027-05/' });
    expect(group?.list.shown).toHaveLength(shownPerGroup);
  });

  test('stand once each in the pages of the list, which lead to each other', () => {
    const pages = deriveReviewLists(model).filter(({ id }) => id.startsWith('2027-05'));
    const paths = pages.flatMap(({ rows }) => rows.map(({ link }) => link.path));
    expect(new Set(paths).size).toBe(2000);
    expect(paths).toHaveLength(2000);
    expect(pages.map(({ id, title, previous, next }) => [id, title, previous, next]).slice(0, 2)).toEqual([
      ['2027-05', 'Reviews: May 2027', undefined, '/reviews/2027-05/2/'],
      ['2027-05/2', 'Reviews: May 2027, page 2', '/reviews/2027-05/', '/reviews/2027-05/3/'],
    ]);
    expect(pages.at(-1)).toMatchObject({ id: '2027-05/10', next: undefined });
  });

  test('have a list for each owner, with a calendar', () => {
    const pages = deriveReviewLists(model).filter(({ id }) => id.startsWith('by/'));
    expect(pages.map(({ id, introduction, calendar, rows }) => [id, introduction, calendar, rows.length])).toEqual([
      ['by/team-a', '250 reviews by the day they are due, page 1 of 2.', '/reviews/by/team-a.ics', 200],
      ['by/team-a/2', '250 reviews by the day they are due, page 2 of 2.', '/reviews/by/team-a.ics', 50],
    ]);
  });
});

test('a group that the page shows in full has no list of its own', () => {
  expect(deriveReviewLists(createModel({ edges: [createEdge()] }))).toEqual([]);
});
