import { expect, test } from 'vitest';
import { renderAlternatives, renderCount } from '#report/phrase.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
])('the alternatives %j read %j', (items, text) => {
  expect(renderAlternatives(items)).toBe(text);
});

test('a count carries its noun in the right number, and thousands are set apart', () => {
  expect(renderCount(0, 'error')).toBe('0 errors');
  expect(renderCount(1, 'error')).toBe('1 error');
  expect(renderCount(2, 'entry', 'entries')).toBe('2 entries');
  expect(renderCount(1, 'entry', 'entries')).toBe('1 entry');
  expect(renderCount(12_345, 'file')).toBe('12,345 files');
});
