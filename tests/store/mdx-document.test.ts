import { describe, expect, test } from 'vitest';
import type { Prose } from '#model/prose.ts';
import { parseProse } from '#store/mdx-document.ts';

function parse(text: string): Prose {
  const result = parseProse(text);
  if ('problem' in result) throw new Error(result.problem.reason);
  return result.prose;
}

describe('the facts of prose', () => {
  test('are links of every form, each at its place', () => {
    const text = [
      'See [a page](/edges/) and ![a picture](/a.png "title").',
      'Bare: https://example.com/a, and www.example.com too.',
      '',
      'A [reference][ref].',
      '',
      '[ref]: https://example.com/b',
    ].join('\n');
    expect(parse(text).links).toEqual([
      { url: '/edges/', place: { line: 1, column: 5 } },
      { url: '/a.png', place: { line: 1, column: 27 } },
      { url: 'https://example.com/a', place: { line: 2, column: 7 } },
      { url: 'http://www.example.com', place: { line: 2, column: 34 } },
      { url: 'https://example.com/b', place: { line: 6, column: 1 } },
    ]);
  });

  test('are no links in code', () => {
    expect(parse('`https://example.com/a`\n\n```text\nhttps://example.com/b\n```\n').links).toEqual([]);
  });

  test('are headings with their plain words and depth', () => {
    expect(parse('## The `await` *keyword*\n\ntext\n\n### Part\n').headings).toEqual([
      { text: 'The await keyword', depth: 2, place: { line: 1, column: 1 } },
      { text: 'Part', depth: 3, place: { line: 5, column: 1 } },
    ]);
  });

  test('are fences with their language and the reason why they are not run', () => {
    const text = [
      '```python illustrative="needs a server"',
      'x',
      '```',
      '',
      '- item',
      '',
      '  ```',
      '  y',
      '  ```',
    ].join('\n');
    expect(parse(text).fences).toEqual([
      { language: 'python', illustrative: 'needs a server', place: { line: 1, column: 1 } },
      { language: null, illustrative: null, place: { line: 7, column: 3 } },
    ]);
  });

  test('are elements with the attributes that are plain text', () => {
    const text =
      'Words <Cite source="manual" /> and <kbd title="Control">Ctrl</kbd>.\n\n<Box wide count={3} {...rest} />\n';
    const { elements, code } = parse(text);
    expect(elements).toEqual([
      { name: 'Cite', attributes: { source: 'manual' }, place: { line: 1, column: 7 } },
      { name: 'kbd', attributes: { title: 'Control' }, place: { line: 1, column: 36 } },
      { name: 'Box', attributes: { wide: null, count: null }, place: { line: 3, column: 1 } },
    ]);
    expect(code).toEqual([
      { source: '{3}', place: { line: 3, column: 1 } },
      { source: '{...rest}', place: { line: 3, column: 1 } },
    ]);
  });

  test('are fragments as elements without a name', () => {
    expect(parse('<>words</>\n').elements).toEqual([{ name: '', attributes: {}, place: { line: 1, column: 1 } }]);
  });

  test('are expressions, imports and exports as code', () => {
    expect(parse("import x from 'x'\n\nWords {1 + 1} here.\n\n{/* a comment */}\n").code).toEqual([
      { source: "import x from 'x'", place: { line: 1, column: 1 } },
      { source: '1 + 1', place: { line: 3, column: 7 } },
      { source: '/* a comment */', place: { line: 5, column: 1 } },
    ]);
  });

  test('are texts outside code, with the columns of their further lines', () => {
    const { texts } = parse('> first line\n> second `code` line\n\n- item\n  continued\n');
    expect(texts).toEqual([
      { value: 'first line\nsecond ', place: { line: 1, column: 3 }, columns: [3] },
      { value: ' line', place: { line: 2, column: 16 }, columns: [] },
      { value: 'item\ncontinued', place: { line: 4, column: 3 }, columns: [3] },
    ]);
  });

  test('read a tilde as a tilde', () => {
    expect(parse('about ~5~ ms\n').texts.map(({ value }) => value)).toEqual(['about ~5~ ms']);
  });
});

test('places are those of the file, front matter included, which itself is no prose', () => {
  const prose = parse('---\ntitle: A [link](/not-prose/)\n---\n\n## Heading\n\n<Cite source="manual" />\n');
  expect(prose).toEqual({
    links: [],
    headings: [{ text: 'Heading', depth: 2, place: { line: 5, column: 1 } }],
    fences: [],
    elements: [{ name: 'Cite', attributes: { source: 'manual' }, place: { line: 7, column: 1 } }],
    code: [],
    texts: [{ value: 'Heading', place: { line: 5, column: 4 }, columns: [] }],
  });
});

test('an empty text has no facts', () => {
  expect(parse('')).toEqual({ links: [], headings: [], fences: [], elements: [], code: [], texts: [] });
});

describe('prose that does not parse is a problem at its place', () => {
  test('an element that is not closed is reported where it was opened', () => {
    const result = parseProse('---\na: 1\n---\n\nWords <Cite source="a">\nmore words\n\nnext\n');
    expect(result).toEqual({
      problem: {
        place: { line: 5, column: 7 },
        reason: 'Expected a closing tag for `<Cite>` (5:7-5:24) before the end of `paragraph`',
      },
    });
  });

  test('a URL in angle brackets is reported, and what MDX takes instead', () => {
    expect(parseProse('Words\n\nsee <https://example.com/>\n')).toEqual({
      problem: {
        place: { line: 3, column: 12 },
        reason:
          'Unexpected character `/` (U+002F) before local name, expected a character that can start a name, such as a letter, `$`, or `_` (note: to create a link in MDX, use `[text](url)`)',
      },
    });
  });

  test('a brace that is not closed is reported', () => {
    const result = parseProse('Words {a\n\nmore\n');
    expect('problem' in result && result.problem.reason).toMatch(/^Unexpected end of file in expression/);
  });
});
