import { expect, test } from 'vitest';
import { describeAnswer } from '#elements/search/phrases.ts';

const plain = { asked: 'loop', query: 'loop', missing: [], count: 12, filteredOut: 0 };

test.each([
  [plain, '12 results for “loop”'],
  [{ ...plain, count: 1 }, '1 result for “loop”'],
  [{ ...plain, count: 0, missing: ['loop'] }, 'No results for “loop”'],
  [{ ...plain, count: 0, filteredOut: 3 }, 'No results of this kind and status, 3 without the filters, for “loop”'],
  [{ ...plain, asked: 'lopo' }, 'Nothing has “lopo”. 12 results for “loop”'],
  [{ ...plain, missing: ['lopo', 'xyzzy'] }, 'Nothing has “lopo” or “xyzzy”. 12 results that come near'],
  [{ ...plain, asked: '', query: '' }, '12 results'],
])('%o reads %j', (answer, words) => {
  expect(describeAnswer(answer)).toBe(words);
});
