import { assert, constantFrom, property, string, stringMatching } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivePageKey } from '#model/rules/urls/page-identity.ts';

const keys = stringMatching(/^[A-Za-z0-9_.%-]{1,20}$/);
const roots = constantFrom('irislatest', 'iris20261', 'healthconnectlatest', 'latest');
const fragments = constantFrom('', '#section', '#Other');

function renderPage(root: string, key: string, fragment = ''): string {
  return `https://docs.intersystems.com/${root}/csp/docbook/DocBook.UI.Page.cls?KEY=${encodeURIComponent(key)}${fragment}`;
}

/** The same letters, each in the other case. */
function swapCase(text: string): string {
  return text.replaceAll(/[a-z]|[A-Z]/g, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
}

describe('pages of the InterSystems documentation', () => {
  test('are the same when only the case of their key differs', () => {
    assert(
      property(roots, keys, fragments, (root, key, fragment) => {
        expect(derivePageKey(renderPage(root, swapCase(key), fragment))).toBe(
          derivePageKey(renderPage(root, key, fragment)),
        );
      }),
    );
  });

  test('are different when their keys differ by more than case', () => {
    assert(
      property(roots, keys, keys, fragments, (root, one, other, fragment) => {
        const isSame = one.toUpperCase() === other.toUpperCase();
        const [first, second] = [renderPage(root, one, fragment), renderPage(root, other, fragment)].map(derivePageKey);
        expect(first === second).toBe(isSame);
      }),
    );
  });

  test('are different when their versions, products or sections differ', () => {
    const page = derivePageKey(renderPage('irislatest', 'GEPYTHON'));
    expect(page).toBe('docs.intersystems.com/irislatest/GEPYTHON');
    expect(derivePageKey(renderPage('iris20261', 'GEPYTHON'))).toBe('docs.intersystems.com/iris20261/GEPYTHON');
    expect(derivePageKey(renderPage('healthconnectlatest', 'GEPYTHON'))).not.toBe(page);
    expect(derivePageKey(renderPage('irislatest', 'GEPYTHON', '#part'))).not.toBe(page);
  });

  test('are the same below `/latest/`, which is mistaken for `/irislatest/`', () => {
    expect(derivePageKey(renderPage('latest', 'GEPYTHON'))).toBe('docs.intersystems.com/irislatest/GEPYTHON');
  });

  test('of the class reference are told apart by library and class', () => {
    const root = 'https://docs.intersystems.com/irislatest/csp/documatic/%25CSP.Documatic.cls';
    const expected = 'docs.intersystems.com/irislatest/%SYS/%CSP.WEBSOCKET';
    expect(derivePageKey(`${root}?LIBRARY=%25SYS&CLASSNAME=%25CSP.WebSocket`)).toBe(expected);
    expect(derivePageKey(`${root}?CLASSNAME=%25CSP.WebSocket&library=%25sys&PRIVATE=1`)).toBe(expected);
    expect(derivePageKey(`${root}?LIBRARY=ENSLIB&CLASSNAME=%25CSP.WebSocket`)).not.toBe(expected);
  });
});

describe('pages of other hosts', () => {
  test.each([
    ['with `www.` and without', 'https://www.example.com/a', 'https://example.com/a'],
    ['with a slash at the end and without', 'https://example.com/a/', 'https://example.com/a'],
    ['with `index.html` and without', 'https://example.com/a/index.html', 'https://example.com/a/'],
    ['over http and over https', 'http://example.com/a', 'https://example.com/a'],
    ['with a host in another case', 'https://EXAMPLE.com/a', 'https://example.com/a'],
    ['of a repository in another case', 'https://github.com/Python/CPython', 'https://github.com/python/cpython'],
    ['of a PEP in its old and new form', 'https://peps.python.org/pep-0249/', 'https://peps.python.org/pep-249'],
  ])('%s are the same', (_name, one, other) => {
    expect(derivePageKey(one)).toBe(derivePageKey(other));
  });

  test.each([
    ['path', 'https://example.com/a', 'https://example.com/b'],
    ['case of the path', 'https://example.com/a', 'https://example.com/A'],
    ['query', 'https://example.com/a?page=1', 'https://example.com/a?page=2'],
    ['fragment', 'https://example.com/a#one', 'https://example.com/a#two'],
    ['host', 'https://example.com/a', 'https://example.org/a'],
    ['number of a PEP', 'https://peps.python.org/pep-0249/', 'https://peps.python.org/pep-3156/'],
  ])('that differ by %s are different', (_name, one, other) => {
    expect(derivePageKey(one)).not.toBe(derivePageKey(other));
  });
});

test('text that is no URL is its own identity, and no text is refused', () => {
  expect(derivePageKey('no url')).toBe('no url');
  assert(
    property(string(), (text) => {
      expect(derivePageKey(text)).toBeTypeOf('string');
    }),
  );
});
