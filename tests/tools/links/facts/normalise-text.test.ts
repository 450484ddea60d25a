import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText } from '#tools/links/facts/normalise-text.ts';

describe('normalised text', () => {
  test.each([
    ['white space of any kind', ' a \t\r\n\u00a0\u2003b\u3000c ', 'a b c'],
    ['places where a line may break', 'asyn\u00adcio\u200b.\u2060Que\ufeffue', 'asyncio.Queue'],
    ['curly quotes', '“a” ‘b’ „c‟ ‚d‛', `"a" 'b' "c" 'd'`],
    ['composed letters', 'e\u0301 \u212b', 'é Å'],
    ['what is plain already', "it's 5 % – «so»", "it's 5 % – «so»"],
  ])('is the same for %s', (_name, written, plain) => {
    expect(normaliseText(written)).toBe(plain);
  });

  test('stays as it is when it is normalised again', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\u00a0', '\u0301', '\u00ad', '“', '\u200b', '\u0323') });
    fc.assert(fc.property(text, (written) => normaliseText(normaliseText(written)) === normaliseText(written)));
  });

  test('takes linear time for letters under a heap of marks', () => {
    const heap = `a${'\u0301\u0323'.repeat(500_000)}`;
    expect(normaliseText(heap).length).toBeLessThan(40);
  });
});
