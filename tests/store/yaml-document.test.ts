import { describe, expect, test } from 'vitest';
import { parseYaml } from '#store/yaml-document.ts';

const text = `title: A title
flow: {a: 1, b: [x, y]}
list:
  - plain
  - on: 2026-11-20
    evidence:
      - source: one
      - source: two
        quote: >-
          words
empty:
'quoted key': value
2026: year
`;

describe('the place of a value', () => {
  const { locateValue } = parseYaml(text);

  test.each([
    [['title'], 1, 8],
    [['flow'], 2, 7],
    [['flow', 'a'], 2, 11],
    [['flow', 'b', 1], 2, 21],
    [['list'], 4, 3],
    [['list', 0], 4, 5],
    [['list', 1], 5, 5],
    [['list', 1, 'on'], 5, 9],
    [['list', 1, 'evidence'], 7, 7],
    [['list', 1, 'evidence', 0, 'source'], 7, 17],
    [['list', 1, 'evidence', 1], 8, 9],
    [['list', 1, 'evidence', 1, 'quote'], 9, 16],
    [['quoted key'], 12, 15],
    [['2026'], 13, 7],
  ])('at %j is line %i, column %i', (path, line, column) => {
    expect(locateValue(path)).toEqual({ line, column });
  });

  test('that is not there is the place of what is around it', () => {
    expect(locateValue(['list', 1, 'evidence', 1, 'locator'])).toEqual({ line: 8, column: 9 });
    expect(locateValue(['list', 7])).toEqual({ line: 4, column: 3 });
    expect(locateValue(['title', 'deeper', 3])).toEqual({ line: 1, column: 8 });
  });

  test('that is not there at all is the start of the text', () => {
    expect(locateValue(['no-such'])).toEqual({ line: 1, column: 1 });
    expect(locateValue([])).toEqual({ line: 1, column: 1 });
  });
});

describe('the place of a key', () => {
  const { locateKey } = parseYaml(text);

  test.each([
    [['title'], 1, 1],
    [['flow'], 2, 1],
    [['flow', 'b'], 2, 14],
    [['list'], 3, 1],
    [['list', 1, 'evidence'], 6, 5],
    [['list', 1, 'evidence', 1, 'quote'], 9, 9],
    [['empty'], 11, 1],
    [['quoted key'], 12, 1],
  ])('at %j is line %i, column %i', (path, line, column) => {
    expect(locateKey(path)).toEqual({ line, column });
  });
});

test('places are those of the file when the text starts further down in it', () => {
  const { locateValue, locateKey } = parseYaml('title: A title\nlist:\n  - plain\n', 2);
  expect(locateValue(['list', 0])).toEqual({ line: 4, column: 5 });
  expect(locateKey(['list'])).toEqual({ line: 3, column: 1 });
  expect(locateValue(['no-such'])).toEqual({ line: 2, column: 1 });
});

test('a record is data as it is written, with days as text', () => {
  expect(parseYaml(text)).toMatchObject({
    problems: [],
    data: {
      title: 'A title',
      flow: { a: 1, b: ['x', 'y'] },
      list: ['plain', { on: '2026-11-20', evidence: [{ source: 'one' }, { source: 'two', quote: 'words' }] }],
      empty: null,
      'quoted key': 'value',
      2026: 'year',
    },
  });
});

describe('YAML that does not parse is a problem at its place, with a way out', () => {
  test.each([
    [
      'a key twice',
      'a: 1\na: 2\n',
      [{ place: { line: 2, column: 1 }, reason: 'Map keys must be unique', hint: 'keep one of the two' }],
    ],
    [
      'a tab',
      'a:\n\t- b\n',
      [{ place: { line: 2, column: 1 }, reason: 'Tabs are not allowed as indentation', hint: 'indent with spaces' }],
    ],
    [
      'a second record',
      'a: 1\n---\nb: 2\n',
      [
        {
          place: { line: 2, column: 1 },
          reason: 'One file holds one record',
          hint: 'move the part after `---` to a file of its own',
        },
      ],
    ],
    [
      'a tag',
      'a: !secret x\n',
      [
        {
          place: { line: 1, column: 4 },
          reason: 'Unresolved tag: !secret',
          hint: 'remove the tag, or quote text that begins with `!`',
        },
      ],
    ],
    [
      'a colon in text',
      'a: b: c\n',
      [
        {
          place: { line: 1, column: 4 },
          reason: 'Nested mappings are not allowed in compact mappings',
          hint: 'quote text that holds `: `, `#` or a leading special character',
        },
      ],
    ],
  ])('%s', (_name, broken, problems) => {
    const { problems: found, data } = parseYaml(broken);
    expect(found).toEqual(problems);
    expect(data).toBeNull();
  });

  test('aliases that grow without end', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let index = 1; index < 30; index += 1) lines.push(`a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`);
    expect(parseYaml(lines.join('\n')).problems).toEqual([
      {
        place: { line: 1, column: 1 },
        reason: 'Excessive alias count indicates a resource exhaustion attack',
        hint: 'write the values out, without `*` aliases',
      },
    ]);
  });
});
