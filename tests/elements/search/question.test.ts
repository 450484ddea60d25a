import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmpty, parseQuestion, renderQuestion } from '#elements/search/question.ts';

const known = { kinds: ['', 'edges', 'patterns'], statuses: ['', 'open', 'works-with-limits'] };

describe('a question in an address', () => {
  test.each([
    ['?q=asyncpg', { query: 'asyncpg', kind: '', status: '' }],
    ['?q=a+b%20c&kind=edges&status=open', { query: 'a b c', kind: 'edges', status: 'open' }],
    ['?q=%25CSP.WebSocket', { query: '%CSP.WebSocket', kind: '', status: '' }],
    ['', { query: '', kind: '', status: '' }],
    ['?kind=nonsense&status=OPEN', { query: '', kind: '', status: '' }],
    ['?kind=__proto__&status=constructor', { query: '', kind: '', status: '' }],
    ['?q=%E0%A4%A&q=second', { query: '%A', kind: '', status: '' }],
    ['?q=one%00two%0Athree', { query: 'one two three', kind: '', status: '' }],
    [`?q=${'x'.repeat(500)}`, { query: 'x'.repeat(200), kind: '', status: '' }],
    ['?q[]=a&Q=b&&&=c', { query: '', kind: '', status: '' }],
  ])('%s is read without what is malformed', (address, question) => {
    expect(parseQuestion(address, known)).toEqual(question);
  });

  test('reads back as it was written', () => {
    const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' }).map((text) => text.trim());
    fc.assert(
      fc.property(word, fc.constantFrom(...known.kinds), fc.constantFrom(...known.statuses), (query, kind, status) => {
        const question = { query, kind, status };
        expect(parseQuestion(renderQuestion(question), known)).toEqual(question);
      }),
    );
  });

  test('that asks nothing is no query', () => {
    expect(renderQuestion({ query: '  ', kind: '', status: '' })).toBe('');
  });
});

test('a kind alone is a question', () => {
  expect(isEmpty({ query: '', kind: '', status: '' })).toBe(true);
  expect(isEmpty({ query: '', kind: 'edges', status: '' })).toBe(false);
});
