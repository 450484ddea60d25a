import { describe, expect, test } from 'vitest';
import { isDeclared, listRegions, removeMarks, renderMainName } from '#model/sample.ts';
import { createSample } from './entries.ts';

/** Lines of a file, with a line feed after the last. */
function renderLines(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

describe('the regions of a text', () => {
  test('are none where nothing is marked', () => {
    expect(listRegions('')).toEqual([]);
    expect(listRegions(renderLines('print(1)', '# a region of its own', '# endregion'))).toEqual([]);
  });

  test('have a name, the line after their mark and the text between the marks', () => {
    const text = renderLines('import asyncio', '# region call', 'one()', 'two()', '# endregion', 'three()');
    expect(listRegions(text)).toEqual([{ name: 'call', line: 3, text: 'one()\ntwo()\n' }]);
  });

  test('stand in the order of the text, and may share a name', () => {
    const text = renderLines('# region b', '1', '# endregion', '# region a', '2', '# endregion', '# region b', '3');
    expect(listRegions(text)).toEqual([
      { name: 'b', line: 2, text: '1\n' },
      { name: 'a', line: 5, text: '2\n' },
      { name: 'b', line: 8, text: '3\n' },
    ]);
  });

  test.each([
    ['Python', '# region two-calls', '# endregion'],
    ['Python without a space', '#region two-calls', '#endregion'],
    ['ObjectScript', '// region two-calls', '// endregion'],
    ['XML', '<!-- region two-calls -->', '<!-- endregion -->'],
    ['any of them, with the name repeated at the end', '# region two-calls', '# endregion two-calls'],
    ['any of them, indented', '    # region two-calls', '\t# endregion'],
  ])('are marked in the comments of %s', (_language, opening, closing) => {
    expect(listRegions(renderLines(opening, 'call()', closing, 'rest()'))).toEqual([
      { name: 'two-calls', line: 2, text: 'call()\n' },
    ]);
  });

  test.each(['# region', '# region Call', '# region two calls', 'x = 1  # region call', '## region call'])(
    'are not marked by %s',
    (opening) => {
      expect(listRegions(renderLines(opening, 'call()', '# endregion'))).toEqual([]);
    },
  );

  test('reach to the end when they are not closed', () => {
    expect(listRegions(renderLines('# region call', 'one()', 'two()'))).toEqual([
      { name: 'call', line: 2, text: 'one()\ntwo()\n' },
    ]);
  });

  test('move to the left as one, and blank lines do not count', () => {
    const text = renderLines(
      'async def main():',
      '    # region call',
      '    if ready:',
      '',
      '        call()',
      '    # endregion',
    );
    expect(listRegions(text)).toEqual([{ name: 'call', line: 3, text: 'if ready:\n\n    call()\n' }]);
  });

  test('lose blank lines at their ends', () => {
    expect(listRegions(renderLines('# region call', '', 'call()', '  ', '# endregion'))).toEqual([
      { name: 'call', line: 2, text: 'call()\n' },
    ]);
  });

  test('without text are an empty line', () => {
    expect(listRegions(renderLines('# region call', '# endregion'))).toEqual([{ name: 'call', line: 2, text: '\n' }]);
  });
});

describe('a text without the marks of its regions', () => {
  test('keeps every other line as it is', () => {
    const text = renderLines(
      'def main():',
      '    # region call',
      '    call()  # region',
      '    # endregion',
      '',
      '# end',
    );
    expect(removeMarks(text)).toBe(renderLines('def main():', '    call()  # region', '', '# end'));
  });

  test('loses the marks of every language', () => {
    const text = renderLines(
      '// region a',
      'set x = 1',
      '// endregion',
      '<!-- region b -->',
      '<x/>',
      '<!-- endregion -->',
    );
    expect(removeMarks(text)).toBe(renderLines('set x = 1', '<x/>'));
  });

  test('is the text itself when it marks none', () => {
    expect(removeMarks('print(1)')).toBe('print(1)');
    expect(removeMarks('')).toBe('');
  });
});

describe('a runtime of a sample', () => {
  const { data } = createSample({
    runtimes: { pyodide: true, cpython: { min: '3.11' }, parse: { skip: 'It is Python.' }, iris: true },
  });

  test.each([
    ['pyodide', true],
    ['cpython', true],
    ['parse', false],
    ['iris', true],
  ] as const)('%s is declared unless it is skipped', (name, declared) => {
    expect(isDeclared(data, name)).toBe(declared);
  });

  test('cpython may be skipped as well', () => {
    const runtimes = { ...data.runtimes, cpython: { skip: 'It needs a server.' } };
    expect(isDeclared({ runtimes }, 'cpython')).toBe(false);
  });
});

test.each([
  ['python', 'main.py'],
  ['objectscript', 'Main.cls'],
  ['bpl', 'main.bpl.xml'],
] as const)('the main file of a sample in %s is %s', (language, name) => {
  expect(renderMainName(language)).toBe(name);
});
