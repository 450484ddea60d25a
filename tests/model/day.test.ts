import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, countDays, isDay } from '#model/day.ts';
import { days, dayOffsets } from './arbitraries.ts';

describe('adding days', () => {
  test('crosses the end of a month, of a year and a leap day', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test('is what counting days undoes', () => {
    assert(
      property(days, dayOffsets, (day, offset) => {
        expect(countDays(day, addDays(day, offset))).toBe(offset);
      }),
    );
  });

  test('undoes counting days', () => {
    assert(
      property(days, days, (from, to) => {
        expect(addDays(from, countDays(from, to))).toBe(to);
      }),
    );
  });
});

test('counting days is negative when the second day is earlier', () => {
  expect(countDays('2026-11-21', '2026-11-20')).toBe(-1);
  expect(countDays('2026-11-21', '2026-11-21')).toBe(0);
  expect(countDays('2025-11-21', '2026-11-21')).toBe(365);
});

describe('telling a day from other text', () => {
  test.each(['2026-11-21', '2028-02-29', '0000-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-11-00',
    '2026-1-1',
    '20261121',
    '2026-11-21T00:00:00Z',
    ' 2026-11-21',
    '2026-11-21\n',
    'today',
    '',
  ])('%j is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('every day that days are counted to is one', () => {
    assert(
      property(days, dayOffsets, (day, offset) => {
        expect(isDay(addDays(day, offset))).toBe(true);
      }),
    );
  });
});
