import { expect, test } from 'vitest';
import { locateInPiece } from '#model/prose.ts';

test('a place in the first line of a piece counts from where the piece begins', () => {
  const piece = { value: 'some words', place: { line: 7, column: 5 } };
  expect(locateInPiece(piece, 0)).toEqual({ line: 7, column: 5 });
  expect(locateInPiece(piece, 5)).toEqual({ line: 7, column: 10 });
});

test('a place in a further line counts from the column of that line', () => {
  const piece = { value: 'first\nsecond\nthird', place: { line: 7, column: 5 }, columns: [3, 9] };
  expect(locateInPiece(piece, piece.value.indexOf('second'))).toEqual({ line: 8, column: 3 });
  expect(locateInPiece(piece, piece.value.indexOf('cond'))).toEqual({ line: 8, column: 5 });
  expect(locateInPiece(piece, piece.value.indexOf('third'))).toEqual({ line: 9, column: 9 });
});

test('further lines whose columns nobody noted begin in column 1', () => {
  expect(locateInPiece({ value: 'first\nsecond', place: { line: 7, column: 5 } }, 6)).toEqual({ line: 8, column: 1 });
});
