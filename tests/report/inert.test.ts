import { assert, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderInert } from '#report/inert.ts';
import { hostileText } from './hostile.ts';

/** By the Unicode properties, so that the list in the source is not tested against itself. */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

describe('inert text', () => {
  test('shows controls, line breaks and changes of direction as escapes', () => {
    expect(renderInert(hostileText)).toBe(
      String.raw`\u001b[31mred\u001b[0m\u000a::error::forged 100%\u000d\u202egnp.exe\u2066\u009b2J\u2028\u061c`,
    );
  });

  test('leaves plain text of any language as it is', () => {
    for (const text of ['', 'plain', 'naïve — “quoted”', '≤2025.3', '日本語', 'עברית', '👩‍💻']) {
      expect(renderInert(text)).toBe(text);
    }
  });

  test('is cut at the limit, and says so', () => {
    expect(renderInert('abcdef', 6)).toBe('abcdef');
    expect(renderInert('abcdefg', 6)).toBe('abcdef…');
    expect(renderInert('x'.repeat(401))).toBe(`${'x'.repeat(400)}…`);
  });

  test('never holds a control, a line separator or a bidirectional control', () => {
    assert(
      property(string({ unit: 'binary' }), integer({ min: 1, max: 60 }), (text, limit) => {
        expect(renderInert(text, limit)).not.toMatch(steering);
      }),
    );
    // All of the Basic Multilingual Plane, which holds every one of them.
    for (let code = 0; code < 0x10000; code += 1) {
      const rendered = renderInert(String.fromCharCode(code));
      if (steering.test(rendered)) expect.fail(`U+${code.toString(16)} is left as it is`);
    }
  });

  test('is never longer than the limit and its mark', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 100 }), integer({ min: 1, max: 60 }), (text, limit) => {
        expect(renderInert(text, limit).length).toBeLessThanOrEqual(limit + 1);
      }),
    );
  });
});
