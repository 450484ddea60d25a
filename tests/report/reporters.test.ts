import { array, assert, constantFrom, integer, option, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '#report/message.ts';
import { formats, reporters } from '#report/reporters.ts';
import { createMessage, hostileText } from './hostile.ts';

const hostile = createMessage({
  file: `content/edges/${hostileText},x:y.mdx`,
  reason: `Unexpected \`${hostileText}\`, expected text`,
  hint: hostileText,
});

const anyText = string({ unit: 'binary', maxLength: 30 });
const anyMessages = array(
  record({
    ruleId: constantFrom('bad-id'),
    level: constantFrom('error' as const, 'warning' as const),
    file: anyText.map((text) => `content/${text}`),
    line: integer({ min: 1, max: 99 }),
    column: integer({ min: 1, max: 99 }),
    reason: anyText,
    hint: option(anyText, { nil: undefined }),
  }),
  { maxLength: 5 },
);

/** Characters that steer a terminal or a log; the line feeds of the report itself are none. */
const steering = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

describe('the pretty report', () => {
  test('is one line a message, and one a hint', () => {
    expect(
      reporters.pretty([
        createMessage({ hint: 'do this' }),
        createMessage({ level: 'warning', ruleId: 'draft-entry', line: 10 }),
      ]),
    ).toBe(
      [
        'content/edges/edge.mdx:3:5: error bad-id  Unexpected A, expected B',
        '  hint: do this',
        'content/edges/edge.mdx:10:5: warning draft-entry  Unexpected A, expected B',
        '',
      ].join('\n'),
    );
  });

  test('shows hostile text as escapes', () => {
    expect(reporters.pretty([hostile])).toBe(
      [
        String.raw`content/edges/\u001b[31mred\u001b[0m\u000a::error::forged 100%\u000d\u202egnp.exe\u2066\u009b2J\u2028\u061c,x:y.mdx:3:5: error bad-id  Unexpected ${'`'}\u001b[31mred\u001b[0m\u000a::error::forged 100%\u000d\u202egnp.exe\u2066\u009b2J\u2028\u061c${'`'}, expected text`,
        String.raw`  hint: \u001b[31mred\u001b[0m\u000a::error::forged 100%\u000d\u202egnp.exe\u2066\u009b2J\u2028\u061c`,
        '',
      ].join('\n'),
    );
  });
});

describe('the JSON report', () => {
  test('is the messages as they are', () => {
    expect(reporters.json([createMessage()])).toBe(
      `{
  "messages": [
    {
      "ruleId": "bad-id",
      "level": "error",
      "file": "content/edges/edge.mdx",
      "line": 3,
      "column": 5,
      "reason": "Unexpected A, expected B"
    }
  ]
}
`,
    );
  });

  test('gives hostile text back unchanged to whoever parses it', () => {
    assert(
      property(anyMessages, (messages) => {
        const written = messages.map(({ hint, ...rest }): Message => (hint === undefined ? rest : { ...rest, hint }));
        expect(JSON.parse(reporters.json(written))).toEqual({ messages: written });
      }),
    );
  });

  test('writes hostile text as escapes', () => {
    const lines = reporters.json([createMessage({ reason: hostileText })]).split('\n');
    expect(lines.find((line) => line.includes('reason'))).toBe(
      String.raw`      "reason": "\u001b[31mred\u001b[0m\n::error::forged 100%\r\u202egnp.exe\u2066\u009b2J\u2028\u061c"`,
    );
  });
});

describe('the report for GitHub', () => {
  test('is one workflow command a message, with the hint in its text', () => {
    expect(
      reporters.github([
        createMessage({ hint: 'do this' }),
        createMessage({ level: 'warning', ruleId: 'draft-entry' }),
      ]),
    ).toBe(
      [
        '::error file=content/edges/edge.mdx,line=3,col=5,title=bad-id::Unexpected A, expected B. do this',
        '::warning file=content/edges/edge.mdx,line=3,col=5,title=draft-entry::Unexpected A, expected B',
        '',
      ].join('\n'),
    );
  });

  test('escapes what would end a property, a command or a line', () => {
    expect(reporters.github([createMessage({ file: 'a,b:c%.mdx', reason: '100%, a:b' })])).toBe(
      '::error file=a%2Cb%3Ac%25.mdx,line=3,col=5,title=bad-id::100%25, a:b\n',
    );
  });

  test('lets hostile text forge no second command', () => {
    expect(reporters.github([hostile])).toBe(
      String.raw`::error file=content/edges/\u001b[31mred\u001b[0m\u000a%3A%3Aerror%3A%3Aforged 100%25\u000d\u202egnp.exe\u2066\u009b2J\u2028\u061c%2Cx%3Ay.mdx,line=3,col=5,title=bad-id::Unexpected ${'`'}\u001b[31mred\u001b[0m\u000a::error::forged 100%25\u000d\u202egnp.exe\u2066\u009b2J\u2028\u061c${'`'}, expected text. \u001b[31mred\u001b[0m\u000a::error::forged 100%25\u000d\u202egnp.exe\u2066\u009b2J\u2028\u061c` +
        '\n',
    );
  });

  test('is one line a message, whatever the messages hold', () => {
    assert(
      property(anyMessages, (messages) => {
        const lines = reporters.github(messages).split('\n');
        expect(lines.pop()).toBe('');
        expect(lines).toHaveLength(messages.length);
        for (const line of lines)
          expect(line).toMatch(/^::(error|warning) file=[^,:]*,line=\d+,col=\d+,title=bad-id::/);
      }),
    );
  });
});

describe('every report', () => {
  test('of no messages is empty, and as JSON an empty list', () => {
    expect(formats.map((format) => [format, reporters[format]([])])).toEqual([
      ['pretty', ''],
      ['json', '{\n  "messages": []\n}\n'],
      ['github', ''],
    ]);
  });

  test.each(formats)('as %s steers neither a terminal nor a log, whatever the messages hold', (format) => {
    assert(
      property(anyMessages, (messages) => {
        expect(reporters[format](messages)).not.toMatch(steering);
      }),
    );
    expect(reporters[format]([hostile])).not.toMatch(steering);
  });
});
