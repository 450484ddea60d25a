import { expect, test } from 'vitest';
import { paginate, renderPageTitle } from '#model/view/paging.ts';

test('a long list is cut into pages that know each other, the first under the path itself', () => {
  const pages = paginate(['a', 'b', 'c', 'd', 'e'], 2, '/list/');
  expect(pages.map(({ path, number, items }) => [path, number, items])).toEqual([
    ['/list/', 1, ['a', 'b']],
    ['/list/2/', 2, ['c', 'd']],
    ['/list/3/', 3, ['e']],
  ]);
  expect(pages[2]?.pages.map(({ path }) => path)).toEqual(['/list/', '/list/2/', '/list/3/']);
  expect(pages.map((page) => renderPageTitle('A list', page))).toEqual([
    'A list',
    'A list, page 2 of 3',
    'A list, page 3 of 3',
  ]);
});

test('an empty list has one page with nothing on it, and a full page no empty one after it', () => {
  expect(paginate([], 2, '/list/').map(({ items }) => items)).toEqual([[]]);
  expect(paginate(['a', 'b'], 2, '/list/')).toHaveLength(1);
});
