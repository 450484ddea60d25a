import { expect, test } from 'vitest';
import { parseLineRange } from '#tools/links/adapters/line-range.ts';

test.each([
  ['L10', 10, 10],
  ['#L10-L20', 10, 20],
  ['#L10-20', 10, 20],
  ['#L20-L10', 10, 20],
  ['#L10C4-L20C8', 10, 20],
])('`%s` means lines %i to %i', (text, from, to) => {
  expect(parseLineRange(text)).toEqual({ from, to });
});

test.each(['', '#', '#Lines', '#L', '#L1x', 'x#L1', '#L12345678'])('`%s` means no lines', (text) => {
  expect(parseLineRange(text)).toBeUndefined();
});
