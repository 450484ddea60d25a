import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWeakParts, isLikeControl } from '#tools/links/evaluate/control.ts';
import { compareShingles, deriveShingles } from '#tools/links/evaluate/shingles.ts';
import { readBody } from '../facts/answers.ts';
import { createControl } from './exchanges.ts';

function listWords(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');
}

describe('the digest of a text', () => {
  test('has at most 128 parts of eight hexadecimal digits, in order', () => {
    const shingles = deriveShingles(listWords(0, 1000));
    expect(shingles).toHaveLength(128);
    expect(shingles.every((part) => /^[\da-f]{8}$/.test(part))).toBe(true);
    expect(shingles).toEqual([...shingles].sort());
  });

  test('is the same on every machine', () => {
    expect(deriveShingles('The page was not found.')).toEqual(['a25c20c0', 'a43faf01']);
  });

  test('has one part for a few words, and none for none', () => {
    expect(deriveShingles('Not found')).toHaveLength(1);
    expect(deriveShingles(' . – ! ')).toEqual([]);
  });

  test('sees neither case nor punctuation', () => {
    expect(deriveShingles('The page, “X”, was not found!')).toEqual(deriveShingles('the page x was not found'));
  });

  test('sees the order of words', () => {
    expect(deriveShingles('a b c d')).not.toEqual(deriveShingles('d c b a'));
    expect(deriveShingles('ab c d e')).not.toEqual(deriveShingles('a bc d e'));
  });
});

describe('how alike two texts are', () => {
  test.each([
    [0, 1000, 1],
    [10, 1010, 0.98],
    [100, 1100, 0.82],
    [300, 1300, 0.54],
    [2000, 3000, 0],
  ])('words %i to %i and words 0 to 1000: about %f', (from, to, share) => {
    const actual = compareShingles(deriveShingles(listWords(0, 1000)), deriveShingles(listWords(from, to)));
    expect(Math.abs(actual - share)).toBeLessThan(0.1);
  });

  test('is the same both ways, between 0 and 1, and 1 for the same words', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const [one, other] = [deriveShingles(first), deriveShingles(second)];
        const share = compareShingles(one, other);
        expect(share).toBe(compareShingles(other, one));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(compareShingles(one, one)).toBe(1);
      }),
    );
  });

  test('is 0 for two texts without words: nothing is like nothing', () => {
    expect(compareShingles([], [])).toBe(0);
  });
});

describe('a page is like the control', () => {
  const control = createControl(listWords(0, 400));

  test('when a date differs, and not when a tenth of it does', () => {
    expect(isLikeControl(readBody(`<p>${listWords(0, 399)} today`), control)).toBe(true);
    expect(isLikeControl(readBody(`<p>${listWords(0, 300)} ${listWords(900, 1000)}`), control)).toBe(false);
  });

  test('only when there is one', () => {
    expect(isLikeControl(readBody(`<p>${listWords(0, 400)}`), undefined)).toBe(false);
  });
});

describe('a control', () => {
  const page = readBody(`<p>${listWords(0, 400)}`);
  const judge = (status: number) => {
    const control = { ...createControl(listWords(0, 400)), status };
    return [isLikeControl(page, control), findWeakParts({ terms: ['word1'] }, control).length === 1];
  };

  test.each([200, 202, 404, 410])('with the status %i shows what the host has for a missing page', (status) => {
    expect(judge(status)).toEqual([true, true]);
  });

  test.each([300, 403, 429, 503])('with the status %i shows nothing of it', (status) => {
    expect(judge(status)).toEqual([false, false]);
  });
});

describe('the weak parts of an expectation', () => {
  const control = createControl('InterSystems Documentation “Search” all Release Notes here', 'Documentation Home');

  test('are those that stand on the control page', () => {
    const expected = {
      title: 'documentation home',
      heading: 'Release notes',
      terms: ['InterSystems', '%SYS.Task', 'intersystems', 'Home'],
      quote: '"Search"  all',
      lines: 'L1',
    };
    expect(findWeakParts(expected, control)).toEqual([
      { part: 'title', text: 'documentation home' },
      { part: 'heading', text: 'Release notes' },
      { part: 'term', text: 'InterSystems' },
      { part: 'term', text: 'Home' },
      { part: 'quote', text: '"Search"  all' },
    ]);
  });

  test('are not those that stand there as a part of a word, where whole words are compared', () => {
    expect(findWeakParts({ title: 'Document', heading: 'Note' }, control)).toEqual([]);
  });

  test('are none where nothing is expected', () => {
    expect(findWeakParts({}, control)).toEqual([]);
  });
});
