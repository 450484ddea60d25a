import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { parseRetryAfter } from '#tools/links/fetch/retry-after.ts';

const nowMs = Date.UTC(2026, 8, 1, 12, 0, 0);

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['row 58: seconds', '2', 2000],
  ['row 58: seconds with space around', ' 2 ', 2000],
  ['row 58: no second', '0', 0],
  ['row 59: a date in the past', 'Tue, 01 Sep 2026 11:59:00 GMT', 0],
  ['row 59: a date to come', 'Tue, 01 Sep 2026 12:00:30 GMT', 30_000],
  ['row 59: a date to come, in the form of RFC 850', 'Tuesday, 01-Sep-26 12:00:30 GMT', 30_000],
  ['row 59: a date to come, in the form of asctime', 'Tue Sep  1 12:00:30 2026', 30_000],
  ['row 60: too many seconds', '9999999999', 120_000],
  ['row 60: more seconds than a number holds', '9'.repeat(400), 120_000],
  ['row 60: a date far away', 'Fri, 01 Jan 2999 00:00:00 GMT', 120_000],
  ['row 60: a negative number', '-1', 10_000],
  ['row 60: a word', 'abc', 10_000],
  ['row 60: nothing', '', 10_000],
  ['row 60: no header', undefined, 10_000],
  ['row 60: a fraction', '1.5', 10_000],
  ['row 60: a number that JavaScript reads', '0x10', 10_000],
  ['row 60: a date that JavaScript reads', '2026-09-01', 10_000],
  ['row 60: two values', '5, 10', 10_000],
  ['row 60: a day that is none', 'Tue, 99 Sep 2026 12:00:30 GMT', 10_000],
])('%s', (_name, value, expectedMs) => {
  // A date without a zone must not be read as one of this machine.
  vi.stubEnv('TZ', 'America/New_York');
  expect(parseRetryAfter(value, nowMs)).toBe(expectedMs);
});

test('row 60: no timer takes more than the cap allows', () => {
  expect(parseRetryAfter('9999999999', nowMs, { capMs: Infinity })).toBe(2_147_483_647);
  expect(parseRetryAfter('60', nowMs, { capMs: 5000 })).toBe(5000);
  expect(parseRetryAfter('soon', nowMs, { defaultMs: 7000, capMs: 5000 })).toBe(5000);
});

test('any text gives a delay that a timer takes', () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[-+.\dex]+$/),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  );
  fc.assert(
    fc.property(text, (value) => {
      const delayMs = parseRetryAfter(value, nowMs);
      expect(delayMs >= 0 && delayMs <= 120_000).toBe(true);
    }),
  );
});
