import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageFacts } from '#tools/links/page-facts.ts';
import { judgeParts } from '#tools/links/report/expected-parts.ts';
import { renderExplanation, type Circumstance } from '#tools/links/report/explain.ts';
import { describeNextChange } from '#tools/links/report/next-change.ts';
import { createObservation, hostileTexts } from './reports.ts';

const facts: PageFacts = {
  kind: 'html',
  title: 'Event loop',
  headings: [
    { level: 1, text: 'Event loop' },
    { level: 2, text: 'Running callbacks' },
  ],
  anchors: new Set(['a', 'b']),
  text: 'Event loop Running callbacks loop.call_soon(callback)',
  lines: [],
  lang: 'en',
  hasPasswordField: false,
  isShell: false,
  banners: [],
};

const expected = {
  title: 'Event loop',
  heading: 'Running callback',
  terms: ['call_soon', 'call_later'],
  quote: 'The event loop is the core',
};

const circumstance: Circumstance = {
  citation: { id: 'asyncio-call-soon', file: 'content/sources/asyncio-call-soon.yaml', line: 4, column: 6 },
  rule: 'drifted',
  facts,
  parts: judgeParts(expected, facts),
  control: { on: '2026-11-18', probe: 'https://example.org/no-such-page', status: 404, title: 'Not found' },
  record: {
    state: 'suspect',
    since: '2026-11-20',
    streak: { kind: 'negative', n: 1, from: '2026-11-20' },
    lastOk: '2026-11-08',
    nextDue: '2026-11-21',
  },
  deadAfter: { count: 2, days: 1 },
  today: '2026-11-20',
};

const observation = createObservation({
  verdict: 'drifted',
  code: 'EXPECT_TERM',
  detail: 'The page does not say `call_later`.',
  notes: ['The page is in `de`, expected `en`.'],
  hops: [
    { url: 'http://example.org/page', status: 301, location: '/new', address: '93.184.215.14' },
    { url: 'https://example.org/new', status: 200, via: 'meta-refresh' },
  ],
  suggestion: { kind: 'versioned', value: 'https://example.org/3.14/new', confidence: 'low' },
});

describe('the explanation of a verdict', () => {
  test('tells what was asked, what was read, what decided and what follows', () => {
    expect(renderExplanation(observation, circumstance)).toBe(
      `asyncio-call-soon at content/sources/asyncio-call-soon.yaml:4:6
url: https://example.org/page

Chain: 2 requests, 812 ms
  1. 301 http://example.org/page, at 93.184.215.14, leads to /new
  2. 200 https://example.org/new, by a refresh in the page

Page
  kind: html
  title: Event loop
  language: en
  size: 12,345 bytes
  text: 53 characters, 2 anchors
  headings: 2
    h1 Event loop
    h2 Running callbacks

Expectation
  found: title Event loop
  not found: heading Running callback; the nearest heading is Running callbacks
  found: term call_soon
  not found: term call_later
  not found: quote The event loop is the core

Page that cannot exist
  404 https://example.org/no-such-page, asked on 2026-11-18
  title: Not found

Verdict
  drifted (EXPECT_TERM): The page does not say \`call_later\`.
  rule: drifted
  The page is there, and no longer says what it is cited for.
  note: The page is in \`de\`, expected \`en\`.
  suggestion: https://example.org/3.14/new (another edition; nobody has looked there)

State
  suspect since 2026-11-20, last verified 12 days ago, failing since 2026-11-20 (seen once)
  next: one good answer makes it healthy; it is dead when it failed 2 times by 2026-11-21 or later, and it failed once so far
  due: 2026-11-21
`,
    );
  });

  test('says what is not known when nothing was answered', () => {
    const failed = createObservation({
      verdict: 'unreachable',
      code: 'CONNECT_TIMEOUT',
      detail: 'Nobody answered.',
      hops: [],
      bytes: 0,
    });
    const { citation, today } = circumstance;
    expect(renderExplanation(failed, { citation, today, rule: 'unreachable', parts: [] })).toBe(
      `asyncio-call-soon at content/sources/asyncio-call-soon.yaml:4:6
url: https://example.org/page

Chain: 0 requests, 812 ms

Page
  not read
  size: 0 bytes

Expectation
  nothing but that the page is there

Page that cannot exist
  not known of this host

Verdict
  unreachable (CONNECT_TIMEOUT): Nobody answered.
  rule: unreachable
  The server did not answer, or could not.

State
  new, not recorded yet
`,
    );
  });

  test('shows twenty headings, and counts the others', () => {
    const headings = Array.from({ length: 23 }, (_, index) => ({ level: 2, text: `Heading ${index + 1}` }));
    const text = renderExplanation(observation, { ...circumstance, facts: { ...facts, headings } });
    expect(text).toContain('  headings: 23\n    h2 Heading 1\n');
    expect(text).toContain('    h2 Heading 20\n    and 3 more\n\nExpectation\n');
  });

  test('says that a page was cut, and that it names no title and no language', () => {
    const bare: PageFacts = { ...facts, title: undefined, lang: undefined };
    const text = renderExplanation({ ...observation, truncated: true }, { ...circumstance, facts: bare });
    expect(text).toContain('  title: none\n  language: not said\n  size: 12,345 bytes, cut\n');
  });

  test('lets no text steer a terminal or forge an order', () => {
    const check = (text: string) => {
      const explanation = renderExplanation(
        {
          ...observation,
          url: text,
          code: text,
          detail: text,
          notes: [text],
          hops: [{ url: text, status: 200, location: text, address: text }],
          suggestion: { kind: 'archive', value: text, confidence: 'low' },
        },
        {
          ...circumstance,
          citation: { id: text, file: text, line: 1, column: 1 },
          facts: { ...facts, title: text, lang: text, headings: [{ level: 1, text }] },
          parts: [{ part: 'title', text, isFound: false, nearest: text }],
          control: { on: '2026-11-18', probe: text, status: 404, title: text },
        },
      );
      expect(explanation).not.toMatch(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u);
      expect(explanation).not.toMatch(/^\s*::|##\w*\[/m);
      expect(explanation.split('\n')).toHaveLength(34);
      expect(explanation.length).toBeLessThan(12_000);
    };
    Object.values(hostileTexts).forEach(check);
    assert(property(string({ unit: 'binary', maxLength: 40 }), check), { numRuns: 50 });
  });
});

describe('the parts of an expectation', () => {
  test('are judged each alone: a title that changed is not excused by a heading that stands', () => {
    expect(judgeParts({ title: 'Event lop', heading: 'Running callbacks' }, facts)).toEqual([
      { part: 'title', text: 'Event lop', isFound: false, nearest: 'Event loop' },
      { part: 'heading', text: 'Running callbacks', isFound: true },
    ]);
  });

  test('are looked for within the lines that are cited', () => {
    const code: PageFacts = { ...facts, kind: 'text', lines: ['def f():', '    return 1', 'f()'] };
    const terms = ['return 1', 'f()'];
    expect(judgeParts({ lines: 'L2-L3', terms }, code, { from: 2, to: 3 })).toEqual([
      { part: 'lines', text: '2 to 3', isFound: true },
      { part: 'term', text: 'return 1', isFound: true },
      { part: 'term', text: 'f()', isFound: true },
    ]);
    expect(judgeParts({ lines: 'L3-L4', terms }, code, { from: 3, to: 4 })).toEqual([
      { part: 'lines', text: '3 to 4', isFound: false },
      { part: 'term', text: 'return 1', isFound: false },
      { part: 'term', text: 'f()', isFound: true },
    ]);
  });

  test('have no nearest heading where none is near', () => {
    expect(judgeParts({ heading: 'Something else altogether' }, facts)).toEqual([
      { part: 'heading', text: 'Something else altogether', isFound: false },
    ]);
  });
});

describe('what would change a state', () => {
  const streak = { kind: 'weak', n: 3, from: '2026-11-10' } as const;
  test.each([
    ['new', null, 'one good answer makes it healthy; an answer that is not makes it suspect'],
    ['healthy', null, 'an answer that is not good makes it suspect; a month without a good one makes it unverifiable'],
    ['suspect', null, 'one good answer makes it healthy; further failures make it dead'],
    [
      'suspect',
      streak,
      'one good answer makes it healthy; it is dead when it failed 5 times by 2026-11-24 or later, and it failed 3 times so far',
    ],
    ['dead', streak, 'one good answer makes it healthy; `npm run links -- accept <id>` records that you read it'],
    ['unverifiable', null, 'one good answer makes it healthy; `npm run links -- accept <id>` records that you read it'],
    ['waived', null, 'it is judged again when the waiver ends'],
  ] as const)('%s, with the streak %j', (state, given, sentence) => {
    expect(describeNextChange({ state, streak: given }, { count: 5, days: 14 })).toBe(sentence);
  });
});
