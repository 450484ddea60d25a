import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFragment } from '#tools/links/evaluate/fragment.ts';
import { hasText, parseTextDirectives } from '#tools/links/evaluate/text-directive.ts';
import { measureCpuMs } from '../facts/cpu-time.ts';

const plain = { prefix: '', start: '', end: '', suffix: '' };

describe('a text directive', () => {
  test.each([
    ['text=a%20b', { ...plain, start: 'a b' }],
    ['text=a,b', { ...plain, start: 'a', end: 'b' }],
    ['text=p-,a', { ...plain, prefix: 'p', start: 'a' }],
    ['text=a,-s', { ...plain, start: 'a', suffix: 's' }],
    ['text=p-,a,b,-s', { prefix: 'p', start: 'a', end: 'b', suffix: 's' }],
    ['text=a%2Cb%2Dc', { ...plain, start: 'a,b-c' }],
    ['text=%E2%80%9CCaf%C3%A9%E2%80%9D', { ...plain, start: '"café"' }],
    ['text=50%', { ...plain, start: '50%' }],
  ])('`%s` is read part by part', (directive, parts) => {
    expect(parseTextDirectives(directive)).toEqual([parts]);
  });

  test('stands among others', () => {
    expect(parseTextDirectives('text=a&other=b&text=c').map(({ start }) => start)).toEqual(['a', 'c']);
  });

  test.each(['', 'text', 'text=', 'text=p-', 'text=a,b,c', 'selector(x)'])('is not read from `%s`', (directive) => {
    expect(parseTextDirectives(directive)).toEqual([]);
  });

  test('is split from the name of an element', () => {
    expect(splitFragment('#a:~:text=b:~:c')).toEqual({ element: 'a', directive: 'text=b:~:c' });
    expect(splitFragment('#:~:text=b')).toEqual({ element: '', directive: 'text=b' });
    expect(splitFragment('')).toEqual({ element: '', directive: '' });
  });
});

describe('in the text `One two. One three, four – one-two five`', () => {
  const text = 'One two. One three, four – one-two five';
  const has = (directive: string) => parseTextDirectives(directive).every((part) => hasText(text, part));

  test.each([
    'text=one',
    'text=TWO.%20one',
    'text=one-,two',
    'text=One,three',
    'text=one,five',
    'text=one%20three-,%2C',
    'text=two,-five',
    'text=two.-,one,four',
    'text=one,two,-five',
    'text=two-,five',
  ])('`%s` stands', (directive) => {
    expect(has(directive)).toBe(true);
  });

  test.each([
    'text=on',
    'text=ne',
    'text=five-,one',
    'text=three,two.',
    'text=one,-four',
    'text=one,two,-four',
    'text=ne-,two',
    'text=two,-fiv',
    'text=zero-,one',
  ])('`%s` does not', (directive) => {
    expect(has(directive)).toBe(false);
  });
});

test('words are not told apart in scripts that are written without spaces', () => {
  const [directive] = parseTextDirectives(`text=${encodeURIComponent('見つかり')}`);
  expect(directive !== undefined && hasText('ページが見つかりません', directive)).toBe(true);
});

test('any words in a row of a text stand in it', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé]{1,4}$/), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (all, from, length) => {
      const start = from % all.length;
      const run = all.slice(start, start + 1 + (length % all.length)).join(' ');
      const [directive] = parseTextDirectives(`text=${encodeURIComponent(run)}`);
      expect(directive !== undefined && hasText(all.join(' '), directive)).toBe(true);
    }),
  );
});

test('a text that repeats itself is searched in linear time', () => {
  const text = 'a b '.repeat(500_000);
  const spentMs = measureCpuMs(() => {
    expect(hasText(text, { prefix: 'b', start: 'a', end: 'b', suffix: 'c' })).toBe(false);
    expect(hasText(text, { prefix: 'c', start: 'a', end: '', suffix: '' })).toBe(false);
  });
  expect(spentMs).toBeLessThan(5000);
});
