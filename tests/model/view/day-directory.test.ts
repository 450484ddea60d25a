import { expect, test } from 'vitest';
import { deriveDayDirectory } from '#model/view/day-directory.ts';
import { createEdge, createGapAssessment, createModel } from '../entries.ts';

test('the directory says what it leaves out once the days are many', () => {
  const days = Array.from({ length: 14 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-01`).map(
    (day, index) => (index < 12 ? day : `2027-0${index - 11}-01`),
  );
  const model = createModel({
    edges: [createEdge({ assessments: days.map((on) => createGapAssessment({ on })) })],
  });
  const { rows, coverage } = deriveDayDirectory(model);
  expect(coverage).toBe(
    'There are more than 12 days, so not each pair has a page: each day is compared with the one before, the newest day with the 12 before it and with the last day of each year, and the last days of all years with each other.',
  );
  expect(rows.map(({ on }) => on)).toEqual(days.toReversed());
  expect(rows.map(({ since }) => since.length)).toEqual([12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  expect(rows.filter(({ asOfPath }) => asOfPath === undefined).map(({ on }) => on)).toEqual([
    '2026-02-01',
    '2026-01-01',
  ]);
});

test('the directory of few days compares each with each', () => {
  const assessments = ['2025-01-01', '2025-06-01', '2026-01-01'].map((on) => createGapAssessment({ on }));
  const { rows, coverage } = deriveDayDirectory(createModel({ edges: [createEdge({ assessments })] }));
  expect(coverage).toBe('Each pair of days on which something was judged has a page.');
  expect(rows).toEqual([
    {
      on: '2026-01-01',
      path: '/changes/2026-01-01/',
      counts: '1 re-verified',
      since: [
        { from: '2025-06-01', path: '/changes/2025-06-01..2026-01-01/' },
        { from: '2025-01-01', path: '/changes/2025-01-01..2026-01-01/' },
      ],
      asOfPath: '/as-of/2026-01-01/',
    },
    {
      on: '2025-06-01',
      path: '/changes/2025-06-01/',
      counts: '1 re-verified',
      since: [{ from: '2025-01-01', path: '/changes/2025-01-01..2025-06-01/' }],
      asOfPath: '/as-of/2025-06-01/',
    },
    { on: '2025-01-01', path: '/changes/2025-01-01/', counts: '1 added', since: [], asOfPath: '/as-of/2025-01-01/' },
  ]);
});
