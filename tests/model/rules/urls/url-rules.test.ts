import { array, assert, constantFrom, option, property, stringMatching, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '#model/rules/index.ts';
import { readScheme } from '#model/rules/urls/cited-urls.ts';
import { renderDocsetUrl } from '#model/rules/urls/docset.ts';
import { createModel, createSource } from '../../entries.ts';

const urlRules = rules.filter(({ id }) => id.startsWith('url-'));

/** What the URL rules say of a source with this URL, as `rule: reason`. */
function inspect(url: string, overrides: Parameters<typeof createSource>[0] = {}): string[] {
  const model = createModel({ sources: [createSource({ url, ...overrides })] });
  const faults: string[] = [];
  for (const rule of urlRules) {
    rule.check({ model, today: '2026-11-21' }, ({ reason }) => faults.push(`${rule.id}: ${reason}`));
  }
  return faults;
}

const words = stringMatching(/^[a-z0-9]{1,12}$/);
const hosts = tuple(array(words, { minLength: 1, maxLength: 2 }), constantFrom('com', 'org', 'io', 'dev')).map(
  ([names, top]) => [...names.map((name) => `h${name}`), top].join('.'),
);
const safeUrls = tuple(
  hosts,
  array(stringMatching(/^[A-Za-z0-9_~-]{1,10}$/), { maxLength: 4 }),
  constantFrom('', '/'),
  array(tuple(words, words), { maxLength: 3 }),
  option(words, { nil: undefined }),
).map(([host, path, slash, query, fragment]) => {
  const search = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `https://${host}/${path.join('/')}${path.length > 0 ? slash : ''}${search && `?${search}`}${fragment === undefined ? '' : `#${fragment}`}`;
});

test('a URL built from safe parts has no faults', () => {
  assert(
    property(safeUrls, (url) => {
      expect(inspect(url)).toEqual([]);
    }),
  );
});

test('a URL that holds any text, escaped, has no faults', () => {
  assert(
    property(hosts, stringMatching(/^[\u0020-\u00ff]{1,20}$/), (host, text) => {
      // A mark that closes a sentence is what another rule looks for, so a letter ends the URL.
      const value = encodeURIComponent(text).replaceAll(/[!'()*]/g, '');
      expect(inspect(`https://${host}/search?q=${value}&x`)).toEqual([]);
    }),
  );
});

test('a URL that a docset spells has no faults beside that docset', () => {
  assert(
    property(
      constantFrom('iris', 'components'),
      constantFrom('latest', '20261'),
      stringMatching(/^[A-Za-z0-9_.%]{0,20}[A-Za-z0-9]$/),
      (product, version, key) => {
        const page = { product, version, key };
        const classPage = { product, version, library: '%SYS', class: key };
        expect(inspect(renderDocsetUrl(page) ?? '', { docset: page })).toEqual([]);
        expect(inspect(renderDocsetUrl(classPage) ?? '', { docset: classPage })).toEqual([]);
      },
    ),
  );
});

describe('one fault is named by one rule', () => {
  test.each([
    ['not a url', 'url-invalid: Unexpected `not a url` in a URL, expected a full URL such as `https://host/path`'],
    ['https://', 'url-invalid: Unexpected `https://` in a URL, expected a full URL such as `https://host/path`'],
    [
      'https://example.com/ahttps://example.com/b',
      'url-glued: Unexpected second URL `https://example.com/b` in a URL, expected one URL',
    ],
    [
      'https://example.com/?a=1&amp;b=2',
      'url-html-entity: Unexpected HTML entity `&amp;` in a URL, expected the character itself',
    ],
    [
      'https://example.com/100%/x',
      'url-percent-escape: Unexpected `%/x` in a URL, expected `%` and two hexadecimal digits',
    ],
    ['https://example.com/%ff', 'url-percent-escape: Unexpected `%ff` in a URL, expected an escape of valid UTF-8'],
    ['https://example.com/a.', 'url-trailing-punctuation: Unexpected `.` at the end in a URL, expected the URL alone'],
    ['https://example.com/a)', 'url-trailing-punctuation: Unexpected `)` at the end in a URL, expected the URL alone'],
    [
      'https://me:secret@example.com/',
      'url-credentials: Unexpected credentials before `@example.com` in a URL, expected a URL without them',
    ],
    ['http://example.com/', 'url-insecure: Unexpected scheme `http:` in a URL, expected `https:`'],
    ['ftp://example.com/a', 'url-insecure: Unexpected scheme `ftp:` in a URL, expected `https:`'],
    ['https://localhost/a', 'url-private-host: Unexpected host `localhost` in a URL, expected a public host name'],
    ['https://wiki/a', 'url-private-host: Unexpected host `wiki` in a URL, expected a public host name'],
    ['https://10.1.2.3/a', 'url-private-host: Unexpected host `10.1.2.3` in a URL, expected a public host name'],
    ['https://[::1]/a', 'url-private-host: Unexpected host `[::1]` in a URL, expected a public host name'],
    [
      'https://example.com/a#:~:x',
      'url-fragment-directive: Unexpected fragment directive without text in a URL, expected `#:~:text=` and the words',
    ],
    [
      'https://github.com/a/b/blob/main/c.py',
      'url-mutable-github: Unexpected branch `main` in a URL, expected a commit or a version tag',
    ],
    [
      'https://raw.githubusercontent.com/a/b/main/c.py',
      'url-mutable-github: Unexpected branch `main` in a URL, expected a commit or a version tag',
    ],
  ])('%s', (url, expected) => {
    expect(inspect(url)).toEqual([expected]);
  });
});

test.each([
  'https://web.archive.org/web/2025/https://example.com/a',
  'https://en.wikipedia.org/wiki/Future_(programming)',
  'https://example.com/a#:~:text=some%20words',
  'https://github.com/a/b/blob/v1.2.3/c.py#L10-L20',
  'https://github.com/a/b/tree/0123456789abcdef0123456789abcdef01234567',
  'https://github.com/a/b',
  'https://raw.githubusercontent.com/a/b/v2/c.py',
])('%s is as it should be', (url) => {
  expect(inspect(url)).toEqual([]);
});

test('URLs among fallbacks and archives are inspected, and those that were replaced are not', () => {
  const found = inspect('https://example.com/a', {
    fallbacks: ['http://example.com/b'],
    archive: { url: 'http://example.com/c', on: '2026-11-20' },
    replaces: [{ url: 'http://example.com/d', reason: 'It moved.' }],
  });
  expect(found).toEqual([
    'url-insecure: Unexpected scheme `http:` in a URL, expected `https:`',
    'url-insecure: Unexpected scheme `http:` in a URL, expected `https:`',
  ]);
});

test.each([
  ['https://example.com', 'https'],
  ['JavaScript:alert(1)', 'javascript'],
  ['java\nscript:alert(1)', 'javascript'],
  ['\u0001 javascript:alert(1)', 'javascript'],
  ['/edges/', undefined],
  ['//example.com', undefined],
  ['#a:b', undefined],
])('the scheme of %j is %j, as a browser reads it', (url, scheme) => {
  expect(readScheme(url)).toBe(scheme);
});
