import { expect, test } from 'vitest';
import { parseRefresh } from '#tools/links/facts/refresh.ts';

test.each([
  ['0;url=/new', '/new'],
  ['0; URL = "https://docs.example.org/new"', 'https://docs.example.org/new'],
  [" 5 ; url='/a b'rest", '/a b'],
  ['0,/new', '/new'],
  ['0 /new', '/new'],
  ['1.5; url=/new', '/new'],
  ['0; url="/open', '/open'],
])('`%s` leads to `%s`', (content, target) => {
  expect(parseRefresh(content)).toBe(target);
});

test.each(['', '0', '0;', '0; url=', '0;url=""', '6; url=/new', '300', 'url=/new', '99999999999;url=/new'])(
  '`%s` leads nowhere else soon',
  (content) => {
    expect(parseRefresh(content)).toBeUndefined();
  },
);
