import { array, assert, constantFrom, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { offsetOf, placeOf } from '#tools/links/fix/position.ts';

test('a place counts lines and columns from 1', () => {
  expect(placeOf('ab\ncd\n', 0)).toEqual({ line: 1, column: 1 });
  expect(placeOf('ab\ncd\n', 4)).toEqual({ line: 2, column: 2 });
  expect(placeOf('ab\ncd\n', 6)).toEqual({ line: 3, column: 1 });
});

test.each([
  [{ line: 1, column: 3 }, 2],
  [{ line: 1, column: 4 }, undefined],
  [{ line: 2, column: 1 }, 3],
  [{ line: 3, column: 1 }, 6],
  [{ line: 3, column: 2 }, undefined],
  [{ line: 4, column: 1 }, undefined],
])('the offset of %j is %s', (place, offset) => {
  expect(offsetOf('ab\ncd\n', place)).toBe(offset);
});

test('every offset is that of its place', () => {
  const anyText = array(constantFrom('a', '\n', '\r\n', '日', '👩‍💻'), { maxLength: 20 }).map((parts) => parts.join(''));
  assert(
    property(anyText, nat(60), (text, number) => {
      const offset = number % (text.length + 1);
      expect(offsetOf(text, placeOf(text, offset))).toBe(offset);
    }),
  );
});
