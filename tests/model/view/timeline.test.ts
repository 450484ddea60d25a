import { describe, expect, test } from 'vitest';
import { deriveDayPages } from '#model/view/day-page.ts';
import { deriveTimelinePages, eventsPerPage } from '#model/view/timeline.ts';
import { createEdge, createGapAssessment, createGuide, createModel, createReview } from '../entries.ts';

const model = createModel({
  edges: [
    createEdge({
      title: 'An edge',
      assessments: [
        createGapAssessment({ on: '2025-08-17', status: 'open' }),
        createGapAssessment({ on: '2026-11-20', status: 'partially-addressed', summary: 'Half of it is there.' }),
      ],
    }),
  ],
  guides: [createGuide({ assessments: [createReview({ on: '2025-08-17' })] })],
});
const pages = deriveTimelinePages(model);
const find = (path: string) => pages.find((page) => page.path === path);

describe('the timeline', () => {
  test('shows every event by day, with its step and its place in the history of the entry', () => {
    const page = find('/changes/');
    expect([page?.title, page?.introduction]).toEqual([
      'Changes',
      '3 judgements of 2 entries, on 2 days, the newest first.',
    ]);
    expect(page?.groups.map(({ id, path, rows }) => [id, path, rows.length])).toEqual([
      ['on-2026-11-20', '/changes/2026-11-20/', 1],
      ['on-2025-08-17', '/changes/2025-08-17/', 2],
    ]);
    expect(page?.groups[0]?.rows[0]).toMatchObject({
      kind: 'Improved',
      path: '/edges/edge/#on-2026-11-20',
      link: { title: 'An edge', kind: 'Sharp edge' },
      from: { word: 'Open' },
      to: { word: 'Partly addressed' },
      summary: 'Half of it is there.',
    });
  });

  test('has a page for each filter that leaves something, and says how much each other choice would leave', () => {
    const page = find('/changes/edges/');
    expect(page?.title).toBe('Changes: sharp edges');
    expect(
      page?.filters.map(({ title, links }) => [
        title,
        links.map(({ word, count, path, isCurrent }) => `${word} ${count} ${path}${isCurrent ? ' *' : ''}`),
      ]),
    ).toEqual([
      [
        'What happened',
        ['All 2 /changes/edges/ *', 'Improved 1 /changes/edges/improved/', 'Added 1 /changes/edges/added/'],
      ],
      ['To what', ['All 3 /changes/', 'Sharp edges 2 /changes/edges/ *', 'Guides 1 /changes/guides/']],
    ]);
    expect(find('/changes/edges/improved/')?.title).toBe('Changes: sharp edges, improved');
    expect(find('/changes/guides/improved/')).toBeUndefined();
  });

  test('of a site without judgements is there, and empty', () => {
    expect(deriveTimelinePages(createModel()).map(({ path, groups }) => [path, groups])).toEqual([['/changes/', []]]);
  });

  test('of many entries is cut into pages that together show every event once', () => {
    const edges = Array.from({ length: 2000 }, (_, index) => createEdge({ id: `edge-${index}` }));
    const all = deriveTimelinePages(createModel({ edges })).filter(({ path }) => /^\/changes\/(\d+\/)?$/.test(path));
    expect(all).toHaveLength(2000 / eventsPerPage);
    const shown = all.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ path }) => path)));
    expect(new Set(shown).size).toBe(2000);
    expect(shown).toHaveLength(2000);
  });
});

test('a day has a page with its events by kind, and the ways to other days', () => {
  const [newest, oldest] = deriveDayPages(model);
  expect(newest).toMatchObject({
    title: 'Changes of 2026-11-20',
    path: '/changes/2026-11-20/',
    day: {
      counts: '1 improved',
      since: [{ from: '2025-08-17', path: '/changes/2025-08-17..2026-11-20/' }],
      asOfPath: '/as-of/2026-11-20/',
    },
    groups: [{ id: 'improved', title: 'Improved' }],
    previous: { on: '2025-08-17', path: '/changes/2025-08-17/' },
    next: undefined,
  });
  expect([oldest?.day.counts, oldest?.previous, oldest?.next?.on]).toEqual(['2 added', undefined, '2026-11-20']);
});
