import { expect, test } from 'vitest';
import { createCookieJar } from '#tools/links/fetch/cookie-jar.ts';

const nowMs = Date.UTC(2026, 8, 1);
const page = new URL('https://pages.example/a');

function renderAfter(...setCookies: readonly string[]): string | undefined {
  const jar = createCookieJar(() => nowMs);
  jar.store(page, setCookies);
  return jar.render(page);
}

test('cookies go back in the order they came, the newest value of each', () => {
  expect(renderAfter('a=1', 'b=2; Path=/; Secure', 'a=3')).toBe('b=2; a=3');
});

test('a cookie goes to no other host, whatever domain it asks for', () => {
  const jar = createCookieJar(() => nowMs);
  jar.store(page, ['a=1; Domain=example', 'b=2; Domain=other.example']);
  expect(jar.render(new URL('https://other.example/'))).toBeUndefined();
  expect(jar.render(page)).toBe('a=1; b=2');
});

test('a secure cookie does not go over http', () => {
  const jar = createCookieJar(() => nowMs);
  jar.store(page, ['a=1; Secure', 'b=2']);
  expect(jar.render(new URL('http://pages.example/'))).toBe('b=2');
});

test.each(['a=2; Max-Age=0', 'a=2; Max-Age=-5', 'a=2; Expires=Mon, 31 Aug 2026 23:59:59 GMT'])(
  '`%s` takes it away',
  (text) => {
    expect(renderAfter('a=1', text)).toBeUndefined();
  },
);

test('`Max-Age` goes before `Expires`', () => {
  expect(renderAfter('a=1; Max-Age=60; Expires=Mon, 31 Aug 2026 23:59:59 GMT')).toBe('a=1');
});

test.each(['', '=', '=value', 'a b=1', 'a=ž', 'a=1\u00002', 'a="1"x'])(
  '`%s` is no cookie that could be sent',
  (text) => {
    expect(renderAfter(text)).toBeUndefined();
  },
);

test('more cookies than a header should hold are left out', () => {
  const header = renderAfter(...Array.from({ length: 20 }, (_, index) => `c${index}=${'x'.repeat(1000)}`));
  expect(header?.split('; ')).toHaveLength(8);
});
