import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveExpectHash } from '#tools/links/identify/expect-hash.ts';
import { normaliseUrl } from '#tools/links/identify/normalise-url.ts';
import { deriveRequestKey } from '#tools/links/identify/request-key.ts';

const letter = fc.constantFrom(
  ...'aZ09-._~!$&()*+,;=:@/? <>"{}|\\^`é漢\'[]'.split(''),
  '%25',
  '%20',
  '%c3%A9',
  '%',
  '%zz',
);
const words = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''));
const url = fc
  .tuple(
    fc.constantFrom('http', 'HTTPS'),
    fc.constantFrom('docs.example.org', 'Docs.Example.ORG:443'),
    words,
    words,
    words,
  )
  .map(([scheme, host, path, query, hash]) => `${scheme}://${host}/${path}?${query}#${hash}`);

describe('a normalised URL', () => {
  test.each([
    ['HTTPS://Docs.Example.org:443/a/../b?B=2&a=1#X', 'https://docs.example.org/b?B=2&a=1#X'],
    ['http://docs.example.org', 'http://docs.example.org/'],
    [
      'https://docs.intersystems.com/irislatest/csp/documatic/%25CSP.Documatic.cls?LIBRARY=%25SYS&CLASSNAME=%25CSP.WebSocket',
      'https://docs.intersystems.com/irislatest/csp/documatic/%25CSP.Documatic.cls?LIBRARY=%25SYS&CLASSNAME=%25CSP.WebSocket',
    ],
    ['https://docs.example.org/?CLASSNAME=%SYSTEM.WorkMgr', 'https://docs.example.org/?CLASSNAME=%SYSTEM.WorkMgr'],
  ])('of `%s` is `%s`', (written, normalised) => {
    expect(normaliseUrl(written)).toBe(normalised);
  });

  test.each(['docs.example.org', 'mailto:someone@example.org', 'file:///etc/passwd', 'https://', ''])(
    'of `%s` there is none',
    (written) => {
      expect(normaliseUrl(written)).toBeUndefined();
    },
  );

  test('stays as it is when it is normalised again', () => {
    fc.assert(
      fc.property(url, (written) => {
        const once = normaliseUrl(written) ?? 'none';
        expect(normaliseUrl(once)).toBe(once);
      }),
    );
  });

  test('has every percent sign of the written one', () => {
    fc.assert(
      fc.property(url, (written) => {
        const count = (text: string) => text.split('%25').length;
        expect(count(normaliseUrl(written) ?? '')).toBe(count(written));
      }),
    );
  });

  test('has the parameters of the query in their order', () => {
    const parameter = fc.stringMatching(/^[a-z]{1,3}=(%25)?[A-Za-z0-9.~_-]{0,4}(%20)?$/);
    fc.assert(
      fc.property(fc.array(parameter), (parameters) => {
        const query = `?${parameters.join('&')}`;
        expect(normaliseUrl(`https://docs.example.org/${query}`)).toBe(`https://docs.example.org/${query}`);
      }),
    );
  });
});

describe('the key of a request', () => {
  test('is the URL without its fragment', () => {
    expect(deriveRequestKey('https://Docs.example.org/a?b=%25#c#d')).toBe('https://docs.example.org/a?b=%25');
    expect(deriveRequestKey('https://docs.example.org/a#')).toBe('https://docs.example.org/a');
  });

  test('is the text itself where it is no URL', () => {
    expect(deriveRequestKey('no url#x')).toBe('no url');
  });
});

describe('the digest of what is expected', () => {
  const url = 'https://docs.example.org/a';
  const whole = { title: 'A', heading: 'B', terms: ['c', 'd'], quote: 'e', lines: 'L1' };

  test('is 16 hexadecimal digits, the same ones on every machine', () => {
    expect(deriveExpectHash({ url, expect: whole })).toBe('b74dbd14fd50f59b');
  });

  test('does not depend on the order in which the parts are written', () => {
    const turned = { lines: 'L1', quote: 'e', terms: ['c', 'd'], heading: 'B', title: 'A' };
    expect(deriveExpectHash({ url, expect: turned })).toBe(deriveExpectHash({ url, expect: whole }));
  });

  test('changes with every part, and when a part moves', () => {
    const claims = [
      whole,
      { ...whole, title: 'x' },
      { ...whole, heading: 'x' },
      { ...whole, terms: ['c d'] },
      { ...whole, terms: undefined },
      { ...whole, quote: 'x' },
      { ...whole, lines: 'L2' },
      { title: 'A' },
      { heading: 'A' },
      { terms: ['A'] },
      {},
    ];
    const hashes = [
      ...claims.map((expected) => deriveExpectHash({ url, expect: expected })),
      deriveExpectHash({ url: `${url}#b`, expect: whole }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
