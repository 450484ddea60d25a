import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorLimit } from '#tools/links/facts/html-facts.ts';
import type { PageFacts } from '#tools/links/page-facts.ts';
import { readBody } from './answers.ts';
import { measureCpuMs } from './cpu-time.ts';

const limitBytes = 2 * 1024 * 1024;

/** A body as large as the checker takes. */
function fill(part: string): string {
  return part.repeat(Math.floor(limitBytes / part.length));
}

function fillCounted(render: (index: number) => string): string {
  const parts: string[] = [];
  for (let size = 0, index = 0; size < limitBytes; index += 1) {
    const part = render(index);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

/** Quadratic time over bodies of this size is minutes, so a generous limit tells it from linear time. */
const limitMs = 10_000;

function readWithin(html: string): PageFacts {
  let facts = readBody('');
  const spentMs = measureCpuMs(() => {
    facts = readBody(html);
  });
  expect(spentMs).toBeLessThan(limitMs);
  return facts;
}

describe('a hostile page is read in linear time', () => {
  test.each([
    ['tags that nobody closes', fill('<b>')],
    ['paragraphs that nobody closes', fill('<p>')],
    [
      'ends of paragraphs within tags that nobody closes',
      `${fill('<b>').slice(0, limitBytes / 2)}${fill('</p>').slice(0, limitBytes / 2)}`,
    ],
    ['forms within forms', fill('<form>')],
    ['drawings within drawings', fill('<svg><foreignObject>')],
    ['templates within templates', fill('<template>')],
    ['headings that nobody closes', fill('<h1>')],
    ['entities', `<p title="${fill('&amp;')}">${fill('&amp;')}`],
    ['numbers for letters', fill('&#x41')],
    ['the start of comments', fill('<!--')],
    ['the end of comments', `<!--${fill('--!')}`],
    ['the start of scripts', fill('<script>')],
    ['a title that nobody closes', `<title>${fill('</titl')}`],
    ['attributes without end', `<p ${fill('a=b ')}`],
    ['quotes without end', fill('<a href="')],
    ['a single attribute', `<p id="${fill('a')}">`],
    ['white space', fill(' \n')],
    ['combining marks', fill('\u0301\u0323')],
    ['angle brackets', fill('<')],
    ['refreshes', fill('<meta http-equiv=refresh content="0;url=                    ">')],
    ['declarations', fill('<!doctype')],
  ])('that is full of %s', (_name, html) => {
    const facts = readWithin(html);
    expect(facts.kind).toBe('html');
    expect(facts.headings.length).toBeLessThanOrEqual(2000);
  });

  test('with more ids than any page has', () => {
    expect(readWithin(fillCounted((index) => `<p id=${index}>`)).anchors.size).toBe(anchorLimit);
  });

  test('with more headings than any page has, each of them long', () => {
    const { headings } = readWithin(fill(`<h2>${'word '.repeat(50)}</h2>`));
    expect(headings).toHaveLength(2000);
    const [only] = readBody(`<h2>${fill('word ')}</h2>`).headings;
    expect(only?.text.length).toBeLessThanOrEqual(500);
  });

  test('with a title of megabytes', () => {
    expect(readWithin(`<title>${fill('word ')}</title>`).title?.length).toBeLessThanOrEqual(500);
  });
});

test('any bytes can be read as any type', () => {
  const types = fc.constantFrom(
    'text/html',
    'text/html; charset=utf-16le',
    'application/xhtml+xml',
    'text/plain',
    '',
    ';',
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), types, (bytes, type) => {
      expect(readBody(bytes, { 'content-type': type }).text).not.toMatch(/\s\s/);
    }),
  );
});

test('any tangle of tags can be read', () => {
  const parts = [
    '<p>',
    '</p>',
    '<svg>',
    '</svg>',
    '<foreignObject>',
    '<template>',
    '</template>',
    '<title>',
    '</title>',
    '<h1>',
    '</h2>',
    'a',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '&lt',
    '<a id="',
    '">',
    '<br/>',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts)), (tangle) => {
      const { text, headings } = readBody(tangle.join(''));
      for (const heading of headings) expect(text).toContain(heading.text);
    }),
  );
});
