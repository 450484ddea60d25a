import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { cutForeign, renderForeign, renderForeignLine } from '#report/foreign.ts';

test('text of 200 characters stays as it is, and longer text says that it was cut', () => {
  expect(cutForeign('x'.repeat(200))).toBe('x'.repeat(200));
  expect(cutForeign('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`);
  expect(renderForeign('x'.repeat(200))).toBe('x'.repeat(200));
  expect(renderForeign('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`);
});

test('plain text of any language stays as it is', () => {
  for (const text of ['', 'naïve — “quoted”', '日本語', 'עברית', '👩‍💻', '# Heading', 'a::b', '## [x]', 'C#[]']) {
    expect(renderForeign(text)).toBe(text);
    expect(renderForeignLine(text)).toBe(text);
  }
});

test('a line of a file is kept whole, and gives a runner no order', () => {
  expect(renderForeignLine(` ::error::${'x'.repeat(300)}\u001b ##[error]y`)).toBe(
    String.raw` \u003a:error::${'x'.repeat(300)}\u001b \u0023#[error]y`,
  );
});

test('escapes do not make a text longer than the limit and its mark', () => {
  assert(
    property(string({ unit: 'binary', minLength: 150, maxLength: 400 }), (text) => {
      // The two marks that runners look for grow by five characters when they are defused.
      const defused = renderForeign(text)
        .replaceAll(String.raw`\u0023`, '#')
        .replace(/^(\s*)\\u003a/, '$1:');
      expect(defused.length).toBeLessThanOrEqual(201);
    }),
  );
});
