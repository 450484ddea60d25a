import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateSchema, textSchema } from '#schema/text.ts';
import { days } from '../model/arbitraries.ts';

describe('a day', () => {
  test('that a parser of YAML hands over as a Date is the same day', () => {
    expect(dateSchema.parse(new Date('2026-11-20'))).toBe('2026-11-20');
    assert(
      property(days, (day) => {
        expect(dateSchema.parse(new Date(`${day}T00:00:00Z`))).toBe(day);
        expect(dateSchema.parse(day)).toBe(day);
      }),
    );
  });

  test.each([
    '2026-02-30',
    '2026-2-3',
    '20.11.2026',
    '2026-11-20T00:00:00Z',
    '',
    20_261_120,
    null,
    undefined,
    new Date(Number.NaN),
    ['2026-11-20'],
  ])('is refused when it is %j', (value) => {
    expect(dateSchema.safeParse(value).success).toBe(false);
  });

  test('that does not exist is refused with the form to write', () => {
    expect(dateSchema.safeParse('2026-02-30').error?.issues.map(({ message }) => message)).toEqual([
      'a day as `YYYY-MM-DD`',
    ]);
  });
});

describe('text', () => {
  test('loses the white space around it', () => {
    expect(textSchema.parse('  some words\n')).toBe('some words');
  });

  test.each(['', ' ', '\n\t', '\u00a0'])('is refused when it is blank: %j', (value) => {
    expect(textSchema.safeParse(value).error?.issues.map(({ message }) => message)).toEqual(['some text']);
  });
});
