import { cpuUsage } from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBpl } from '../../src/objectscript/bpl-check.ts';
import { checkClass } from '../../src/objectscript/class-check.ts';
import { bplClass, bplDocument, process, python } from './good.ts';
import { render } from './render.ts';

const body = (language: string, text = '') => `Class Demo.X\n{\n\nMethod Go()${language}\n{\n${text}`;
const data = 'Class Demo.X\n{\n\nXData A\n{\n';

/** Milliseconds of processor time that a check takes, so that a busy machine does not count. */
function time(text: string): number {
  const start = cpuUsage();
  checkClass(text);
  return cpuUsage(start).user / 1000;
}

describe('hostile text', () => {
  it.each([
    ['{', '6:200 Unexpected `{` at depth 201, expected at most 200 brackets inside each other'],
    ['(', '6:200 Unexpected `(` at depth 201, expected at most 200 brackets inside each other'],
  ])('may open 100,000 brackets: %s', (bracket, expected) => {
    expect(render(checkClass(body('', bracket.repeat(100_000))).problems)[0]).toBe(expected);
  });

  it('may open 100,000 brackets in a head', () => {
    const text = `Class Demo.X\n{\n\nMethod Go(a = ${'('.repeat(100_000)}`;
    expect(render(checkClass(text).problems)).toEqual([
      '4:214 Unexpected `(` at depth 201, expected at most 200 brackets inside each other',
    ]);
  });

  it.each<[name: string, start: string, unit: string]>([
    ['statements', body(''), '    Set sc = ..SendRequestAsync("abc", 1) // text\n'],
    ['strings that do not end', body(''), '"'],
    ['comments that do not end', body(''), '/* '],
    ['blocks', body(''), '    If x { Set sc = q.Sync() }\n'],
    ['calls', body(''), '    Do a.b(c.d(e.f(1)))\n'],
    ['Python strings', body(' [ Language = python ]'), '"""'],
    ['Python escapes', body(' [ Language = python ]'), '"\\'],
    ['tags', data, '<a b="c'],
    ['CDATA', data, '<![CDATA['],
    ['members', 'Class Demo.X\n{\n', '\nMethod Go()\n{\n    Do ..On()\n}\n'],
    ['braces', '', '{}'],
    ['words', '', 'Method '],
    ['blanks', '', ' '],
  ])('takes time in proportion to its length: %s', (_, start, unit) => {
    const megabyte = start + unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(time(megabyte)).toBeLessThan(8000);
    expect(time(`${megabyte}\n    Return sc\n}\n\n}\n`)).toBeLessThan(8000);
  });

  it('of any kind is read to its end without an exception', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        '"',
        "'",
        '"""',
        '/*',
        '*/',
        '//',
        ';',
        '\n',
        ' ',
        'Class A.B',
        'Method X(',
        '\\',
      ],
      ...[
        '\nXData BPL\n{\n<process',
        '>',
        '<![CDATA[',
        '&sql(',
        '$$$',
        '##class(',
        '..',
        '.',
        'Set x = ',
        '[ Language = python ]',
      ],
      ...[
        '_',
        'é',
        '😀',
        '\u0000',
        '\uFEFF',
        '#',
        ':',
        ',',
        '=',
        'Do ',
        'Quit',
        'Property P As %String',
        'Index I On (',
        '-',
        '/',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(Array.isArray(checkClass(text).problems)).toBe(true);
        expect(Array.isArray(checkClass(`Class A.B\n{\n\n${text}`).problems)).toBe(true);
        expect(Array.isArray(checkBpl(text))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a good file without any one brace, bracket or quote', () => {
  it.each([
    ['a business process', process, '{}()[]"\''],
    ['Python', python, '{}()[]"\''],
    ['a class with BPL', bplClass, '{}()[]"<>'],
  ])('has a problem: %s', (_, text, marks) => {
    const unseen = [...text.matchAll(/[^\w\s]/g)]
      .filter(([mark]) => marks.includes(mark))
      .filter(({ index }) => checkClass(text.slice(0, index) + text.slice(index + 1)).problems.length === 0)
      .map(({ index }) => text.slice(text.lastIndexOf('\n', index - 1) + 1, index + 1));
    expect(unseen).toEqual([]);
  });

  it('has a problem: BPL', () => {
    const unseen = [...bplDocument.matchAll(/["<>()]/g)]
      .filter(({ index }) => checkBpl(bplDocument.slice(0, index) + bplDocument.slice(index + 1)).length === 0)
      .map(({ index }) => bplDocument.slice(bplDocument.lastIndexOf('\n', index - 1) + 1, index + 1));
    expect(unseen).toEqual([]);
  });
});
