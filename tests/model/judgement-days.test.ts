import { date, property, assert, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseDays, choosePairs, fullLimit, listJudgementDays } from '#model/judgement-days.ts';
import {
  createContent,
  createEdge,
  createGapAssessment,
  createGuide,
  createQuestion,
  createReview,
} from './entries.ts';

/** So many days, one a week from 2020-01-01 on. */
function listWeeks(count: number): string[] {
  return Array.from({ length: count }, (_, week) =>
    new Date(Date.parse('2020-01-01') + week * 7 * 86_400_000).toISOString().slice(0, 10),
  );
}

const renderPairs = (days: readonly string[]) => choosePairs(days).map(({ from, to }) => `${from}..${to}`);

const manyDays = uniqueArray(
  date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((value) =>
    value.toISOString().slice(0, 10),
  ),
  { minLength: 2, maxLength: 60 },
).map((days) => days.sort());

test('the days of judgement are those of all collections, each once and the oldest first', () => {
  const { entries } = createContent({
    edges: [
      createEdge({
        assessments: [createGapAssessment({ on: '2025-08-17' }), createGapAssessment({ on: '2026-11-20' })],
      }),
    ],
    guides: [createGuide({ assessments: [createReview({ on: '2024-01-01' }), createReview({ on: '2026-11-20' })] })],
    questions: [createQuestion()],
  });
  expect(listJudgementDays(entries)).toEqual(['2024-01-01', '2025-08-17', '2026-11-20']);
});

describe('while the days are few', () => {
  test('each has a page, and each pair is compared, the newest first', () => {
    const days = ['2020-05-20', '2025-08-17', '2026-11-20'];
    expect(chooseDays(days)).toEqual(days);
    expect(renderPairs(days)).toEqual(['2025-08-17..2026-11-20', '2020-05-20..2026-11-20', '2020-05-20..2025-08-17']);
    expect(choosePairs(listWeeks(fullLimit))).toHaveLength((fullLimit * (fullLimit - 1)) / 2);
  });

  test('one day and none have nothing to compare', () => {
    expect(choosePairs(['2026-11-20'])).toEqual([]);
    expect(choosePairs([])).toEqual([]);
    expect(chooseDays([])).toEqual([]);
  });
});

describe('when the days are many', () => {
  const days = listWeeks(200);
  const newest = days.at(-1) ?? '';

  test('the newest have a page, and the last of each year', () => {
    expect(chooseDays(days)).toEqual(['2020-12-30', '2021-12-29', '2022-12-28', ...days.slice(-fullLimit)]);
  });

  test('the pairs grow with the days and not with their square', () => {
    // Neighbours, the newest with the twelve before it (one a neighbour) and three years, the years with each other.
    expect(choosePairs(days)).toHaveLength(199 + 11 + 3 + 3);
    expect(renderPairs(days)).toEqual(
      expect.arrayContaining([
        `${days[100] ?? ''}..${days[101] ?? ''}`,
        `${days.at(-13) ?? ''}..${newest}`,
        `2020-12-30..${newest}`,
        '2020-12-30..2022-12-28',
      ]),
    );
    expect(renderPairs(days)).not.toContain(`${days[100] ?? ''}..${newest}`);
  });
});

test('however many days there are, no pair is there twice, each leads forward, and each day can be reached from the one before', () => {
  assert(
    property(manyDays, (days) => {
      const pairs = renderPairs(days);
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const { from, to } of choosePairs(days)) expect(from < to).toBe(true);
      expect(days.slice(1).filter((to, index) => !pairs.includes(`${days[index] ?? ''}..${to}`))).toEqual([]);
      expect(chooseDays(days)).toContain(days.at(-1));
    }),
  );
});
