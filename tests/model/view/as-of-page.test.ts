import { describe, expect, test } from 'vitest';
import { deriveAsOfDays, deriveAsOfPages } from '#model/view/as-of-page.ts';
import { asOfPageSize, findAsOfPaths } from '#model/view/as-of-path.ts';
import { createEdge, createGapAssessment, createGuide, createModel, createReview, createSource } from '../entries.ts';

const late = createEdge({ id: 'late', assessments: [createGapAssessment({ on: '2026-01-01' })] });
const early = createEdge({
  id: 'early',
  assessments: [
    createGapAssessment({ on: '2025-01-01', status: 'open', summary: 'Nothing was known.' }),
    createGapAssessment({ on: '2026-01-01', status: 'shipped', maturity: 'production' }),
  ],
});
const model = createModel({
  edges: [early, late],
  guides: [createGuide({ assessments: [createReview({ on: '2026-01-01' })] })],
  sources: [createSource()],
});

describe('a site as of a day', () => {
  test('counts what each collection held, newest day first', () => {
    const [newest, oldest] = deriveAsOfDays(model);
    expect([newest?.day, newest?.assessed, oldest?.day, oldest?.assessed]).toEqual(['2026-01-01', 3, '2025-01-01', 1]);
    expect(oldest?.collections.find(({ name }) => name === 'edges')).toEqual({
      name: 'edges',
      title: 'Sharp edges',
      path: '/as-of/2025-01-01/edges/',
      total: 2,
      assessed: 1,
      counts: [{ state: expect.objectContaining({ word: 'Open' }) as unknown, count: 1 }],
    });
    expect(oldest?.collections.find(({ name }) => name === 'guides')).toMatchObject({ path: undefined, assessed: 0 });
  });

  test('shows the judgement that counted with its evidence, what came after it, and what nobody had judged', () => {
    const [page] = deriveAsOfPages(model, '2025-01-01', 'edges');
    expect(page?.title).toBe('Sharp edges as of 2025-01-01');
    expect(page?.entries).toMatchObject([
      {
        id: 'early',
        state: { word: 'Open' },
        judgement: { on: '2025-01-01', summary: 'Nothing was known.', evidence: [{ source: { id: 'manual' } }] },
        supersededOn: '2026-01-01',
      },
    ]);
    expect(page?.pending.map(({ path }) => path)).toEqual(['/edges/late/']);
  });

  test('says of a judgement that still counts that nothing came after it', () => {
    const [page] = deriveAsOfPages(model, '2026-01-01', 'edges');
    expect(page?.entries.map(({ supersededOn }) => supersededOn)).toEqual([undefined, undefined]);
  });
});

test('an entry is found on the page that shows it, on every day with a page', () => {
  const edges = Array.from({ length: asOfPageSize + 1 }, (_, index) => createEdge({ id: `edge-${100 + index}` }));
  const long = createModel({ edges });
  const last = edges.at(-1);
  const pages = deriveAsOfPages(long, '2026-11-20', 'edges');
  expect(pages.map(({ entries }) => entries.length)).toEqual([asOfPageSize, 1]);
  expect(pages[1]?.entries[0]?.id).toBe(last?.id);
  if (last === undefined) return;
  expect([...findAsOfPaths(long, last, ['2026-11-20', '2020-01-01'])]).toEqual([
    ['2026-11-20', `/as-of/2026-11-20/edges/2/#${last.id}`],
  ]);
});
