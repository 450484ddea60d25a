import { describe, expect, test } from 'vitest';
import { decodePercent, deriveFragment } from '#tools/links/evaluate/fragment.ts';
import { chain } from './exchanges.ts';

describe('the fragment that holds at the end of a chain', () => {
  const a = 'https://docs.example.org/a';
  const b = 'https://docs.example.org/b';
  const c = 'https://docs.example.org/c';
  const refreshed = { url: `${a}#other`, status: 200, via: 'meta-refresh' as const };
  const derive = (cited: string, hops: Parameters<typeof deriveFragment>[1]) => deriveFragment(new URL(cited), hops);

  test.each([
    ['is the cited one', `${a}#x`, chain(a), '#x'],
    ['is kept where a redirect has none', `${a}#x`, chain(a, 301, b), '#x'],
    ['is that of a redirect', `${a}#x`, chain(a, 301, `${b}#y`), '#y'],
    ['is that of a redirect that is relative', `${a}#x`, [{ url: a, status: 301, location: 'b#y' }], '#y'],
    ['is that of the last redirect that has one', `${a}#x`, chain(a, 301, `${b}#y`, 301, `${c}#z`, 301, a), '#z'],
    ['is none where a redirect has an empty one', `${a}#x`, chain(a, 301, `${b}#`), ''],
    ['is that of a refresh', `${a}#x`, [{ url: a, status: 200, location: '#y' }, refreshed], '#y'],
    [
      'is not that of another citation in the same chain',
      `${a}#x`,
      [{ url: `${a}#other`, status: 200 }, refreshed],
      '#x',
    ],
    ['is the cited one where a target is no URL', `${a}#x`, [{ url: a, status: 301, location: 'http://[#y' }], '#x'],
  ])('%s', (_name, cited, hops, fragment) => {
    expect(derive(cited, hops)).toBe(fragment);
  });
});

test.each([
  ['a%20b', 'a b'],
  ['caf%C3%A9', 'café'],
  ['%25New', '%New'],
  ['50%', '50%'],
  ['%zz%20', '%zz '],
  ['%FF%20', '%FF%20'],
])('`%s` is decoded to `%s`', (written, decoded) => {
  expect(decodePercent(written)).toBe(decoded);
});
