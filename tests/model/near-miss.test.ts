import { assert, property, string, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNearMiss, renderNearMiss } from '#model/near-miss.ts';

describe('the near miss', () => {
  test('ignores case', () => {
    expect(findNearMiss('SHIPPED', ['open', 'shipped'])).toBe('shipped');
  });

  test('of a short word is at most two letters away', () => {
    expect(findNearMiss('opne', ['open'])).toBe('open');
    expect(findNearMiss('o-p-e-n', ['open'])).toBeUndefined();
    expect(findNearMiss('oxyn', ['open'])).toBe('open');
    expect(findNearMiss('oxyz', ['open'])).toBeUndefined();
  });

  test('of a longer word has at most a third of its letters wrong', () => {
    expect(findNearMiss('abcdefXYZ', ['abcdefghi'])).toBe('abcdefghi');
    expect(findNearMiss('abcdeWXYZ', ['abcdefghi'])).toBeUndefined();
  });

  test('is the closest candidate, wherever it stands', () => {
    expect(findNearMiss('edgs', ['edger', 'edges'])).toBe('edges');
    expect(findNearMiss('edgs', ['edges', 'edger'])).toBe('edges');
  });

  test('of several equally close ones is the first by the alphabet, wherever it stands', () => {
    expect(findNearMiss('cat', ['rat', 'bat', 'hat'])).toBe('bat');
    expect(findNearMiss('cat', ['hat', 'rat', 'bat'])).toBe('bat');
  });

  test('does not depend on the order of the candidates', () => {
    const words = string({ unit: 'grapheme-ascii', maxLength: 5 });
    assert(
      property(words, uniqueArray(words), (written, candidates) => {
        expect(findNearMiss(written, candidates.toReversed())).toBe(findNearMiss(written, candidates));
      }),
    );
  });

  test('is the word itself when that is a candidate', () => {
    assert(
      property(string(), uniqueArray(string()), (written, others) => {
        const candidates = others.filter((other) => other.toLowerCase() !== written.toLowerCase());
        expect(findNearMiss(written, [...candidates, written])).toBe(written);
      }),
    );
  });
});

test('the hint asks whether the near miss was meant, and else gives the other way out', () => {
  expect(renderNearMiss('opne', ['open'], 'remove it')).toBe('did you mean `open`?');
  expect(renderNearMiss('something', ['open'], 'remove it')).toBe('remove it');
  expect(renderNearMiss('something', [], 'remove it')).toBe('remove it');
});
