import { describe, expect, test } from 'vitest';
import { readBuildDay } from '#store/build-day.ts';

const now = new Date('2026-11-21T23:59:59Z');

describe('the day of a build', () => {
  test('is the day in UTC, and freshness is judged on it', () => {
    expect(readBuildDay({}, now)).toEqual({ today: '2026-11-21', asOf: '2026-11-21' });
  });

  test('stays today when freshness is judged on another day', () => {
    expect(readBuildDay({ AS_OF: '2027-05-20' }, now)).toEqual({ today: '2026-11-21', asOf: '2027-05-20' });
  });

  test.each(['', 'today', '2026-02-30', '2026-11-21T00:00:00Z', '20261121'])('is refused as AS_OF=%s', (AS_OF) => {
    expect(() => readBuildDay({ AS_OF }, now)).toThrow(
      new RangeError(`Unexpected \`AS_OF=${AS_OF}\`, expected a day as \`YYYY-MM-DD\``),
    );
  });
});
