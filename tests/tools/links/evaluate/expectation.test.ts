import { describe, expect, test } from 'vitest';
import { checkExpectation, hasExpectation } from '#tools/links/evaluate/expectation.ts';
import { parseLineRange } from '#tools/links/adapters/line-range.ts';
import type { Citation } from '#tools/links/citation.ts';
import { readBody } from '../facts/answers.ts';
import { renderPage } from './exchanges.ts';

function check(expected: Citation['expect'], html = renderPage()) {
  return checkExpectation(expected, readBody(html), undefined);
}

function checkText(expected: Citation['expect'], text: string) {
  const facts = readBody(text, { 'content-type': 'text/plain' });
  return checkExpectation(expected, facts, parseLineRange(expected.lines ?? ''));
}

const met = { shortfalls: [], notes: [] };

describe('an expected heading', () => {
  test.each([
    ['Queues', '<h2>Queues<a>¶</a></h2>'],
    ['Queues', '<h3>queues #</h3>'],
    ['Queues', '<h4>18.5.2. Queues</h4>'],
    ['Queues', '<h5>A. Queues</h5>'],
    ['Async Support', '<h6>Async support in tools</h6>'],
    ['It’s done', "<h1>It's  done</h1>"],
    ['2026.1 Release', '<h1>2026.1 Release</h1>'],
  ])('`%s` is met by %s', (heading, html) => {
    expect(check({ heading }, html)).toEqual(met);
  });

  test.each([
    ['Queues', '<h1>Priority queues</h1>'],
    ['Queues', '<p>Queues</p>'],
    ['Async Support', '<h1>Fasync Support</h1>'],
    ['2026.1 Release', '<h1>2025.1 Release</h1>'],
    ['2026.1 Release', '<h1>Release</h1>'],
  ])('`%s` is not met by %s', (heading, html) => {
    expect(check({ heading }, html).shortfalls).toMatchObject([{ code: 'EXPECT_HEADING' }]);
  });

  test('is a line of its own in text that is not HTML', () => {
    expect(checkText({ heading: 'Using it' }, 'a\n## Using it ##\nb')).toEqual(met);
    expect(checkText({ heading: 'Usage' }, '= Usage\n')).toEqual(met);
    expect(checkText({ heading: 'Usage' }, 'See Usage below')).toEqual({
      shortfalls: [{ code: 'EXPECT_HEADING', detail: 'The page does not have the heading `Usage`.' }],
      notes: [],
    });
  });
});

describe('expected words', () => {
  test('are found in the text or in the title, in the case in which they are written', () => {
    expect(check({ terms: ['asyncio.Queue', 'Queues'] })).toEqual(met);
    expect(check({ terms: ['All queues'] }, renderPage({ title: 'All queues' }))).toEqual(met);
    expect(check({ terms: ['asyncio.queue', '%SYS'] })).toEqual({
      shortfalls: [
        { code: 'EXPECT_TERM', detail: 'The page does not say `asyncio.queue`.' },
        { code: 'EXPECT_TERM', detail: 'The page does not say `%SYS`.' },
      ],
      notes: [],
    });
  });

  test('may be markup, when the page shows it', () => {
    expect(check({ terms: ['<call>'] }, '<p>The &lt;call&gt; element')).toEqual(met);
    expect(check({ terms: ['<call>'] }, '<p>The <call> element').shortfalls).toHaveLength(1);
  });

  test('of a quote are found in a row, over the borders of elements', () => {
    expect(check({ quote: 'Use asyncio.Queue to\npass work' })).toEqual(met);
    expect(check({ quote: `${'so '.repeat(40)}long` }).shortfalls).toEqual([
      { code: 'EXPECT_QUOTE', detail: `The page does not say \`${'so '.repeat(20).slice(0, 59)}…\`.` },
    ]);
  });

  test('are looked for in the cited lines only', () => {
    expect(checkText({ terms: ['b'], quote: 'b c', lines: 'L2-L3' }, 'a\nb\n  c\n')).toEqual(met);
    expect(checkText({ terms: ['b'], quote: 'a b', lines: 'L3' }, 'a\nb\n  c\n').shortfalls).toEqual([
      { code: 'EXPECT_TERM', detail: 'Line 3 does not say `b`, line 2 does.' },
      { code: 'EXPECT_QUOTE', detail: 'Line 3 does not say `a b`.' },
    ]);
  });

  test('are looked for in the whole page when it has no lines', () => {
    const facts = readBody(renderPage());
    expect(checkExpectation({ terms: ['asyncio.Queue'] }, facts, { from: 7, to: 8 })).toEqual(met);
    expect(checkExpectation({ terms: ['none'] }, facts, { from: 7, to: 8 }).shortfalls).toEqual([
      { code: 'EXPECT_TERM', detail: 'The page does not say `none`.' },
    ]);
  });
});

describe('an expected title', () => {
  test.each([
    ['PEP 492 – Coroutines', '<title>PEP 492 – Coroutines | peps.python.org</title>'],
    ['wsgi support', '<title>Site</title><h1>WSGI Support Introduction</h1>'],
  ])('`%s` is met by %s', (title, html) => {
    expect(check({ title }, html)).toEqual(met);
  });

  test('is not met by a heading further down', () => {
    expect(check({ title: 'Limits' }, '<title>Site</title><h2>Limits</h2>').shortfalls).toEqual([
      { code: 'EXPECT_TITLE', detail: 'The title is `Site`, expected `Limits`.' },
    ]);
  });

  test('is compared with the first heading where there is no title, and with nothing where there is neither', () => {
    expect(check({ title: 'Limits' }, '<h1>Guide</h1>').shortfalls[0]?.detail).toBe(
      'The title is `Guide`, expected `Limits`.',
    );
    expect(check({ title: 'Limits' }, '<p>Guide').shortfalls[0]?.detail).toBe(
      'The page has no title, expected `Limits`.',
    );
  });

  test('counts although words are there, because words alone do not make the page', () => {
    expect(check({ title: 'Limits', terms: ['asyncio.Queue'] }).shortfalls).toEqual([
      { code: 'EXPECT_TITLE', detail: 'The title is `Queues`, expected `Limits`.' },
    ]);
  });

  test('counts when the heading is gone too', () => {
    expect(check({ title: 'Limits', heading: 'Bounds' }).shortfalls.map(({ code }) => code)).toEqual([
      'EXPECT_HEADING',
      'EXPECT_TITLE',
    ]);
  });

  test('is a line of its own in text that is not HTML', () => {
    expect(checkText({ title: 'Change log' }, '# Change log\n')).toEqual(met);
    expect(checkText({ title: 'Change log' }, 'Nothing\n').shortfalls).toHaveLength(1);
  });
});

test('an expectation is anything but nothing', () => {
  expect(hasExpectation({})).toBe(false);
  expect(hasExpectation({ lines: 'L1' })).toBe(true);
});
