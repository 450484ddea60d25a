import { describe, expect, test } from 'vitest';
import { parseTraceback } from '#runner/traceback.ts';

const header = 'Traceback (most recent call last):';

describe('a traceback', () => {
  test('is not there in an output without one', () => {
    expect(parseTraceback('', 'main.py')).toBeUndefined();
    expect(parseTraceback('a warning\n  File "main.py", line 1, in f\n', 'main.py')).toBeUndefined();
  });

  test('that is cut off before its exception tells nothing', () => {
    expect(parseTraceback(`${header}\n  File "main.py", line 1, in <module>\n    work()\n`, 'main.py')).toBeUndefined();
  });

  test('gives the exception and the innermost frame inside the program', () => {
    const stderr = [
      header,
      '  File "/tmp/sample-1/main.py", line 9, in <module>',
      '    asyncio.run(main())',
      '  File "/usr/lib/python3.14/asyncio/runners.py", line 204, in run',
      '    return runner.run(main)',
      '  File "/tmp/sample-1/main.py", line 5, in main',
      '    await work()',
      '  File "/usr/lib/python3.14/asyncio/locks.py", line 21, in wait',
      '    await fut',
      'ValueError: no number',
      '',
    ].join('\n');
    expect(parseTraceback(stderr, 'main.py')).toEqual({
      type: 'ValueError',
      message: 'no number',
      frame: { line: 5, column: 1 },
    });
  });

  test('has no frame when all of it lies in other files', () => {
    expect(parseTraceback(`${header}\n  File "other_main.py", line 1, in f\nKeyError: 'a'\n`, 'main.py')).toEqual({
      type: 'KeyError',
      message: "'a'",
    });
  });

  test.each([
    ['~ and ^ marks', '    return 1 / 0', '           ~~^~~', 8],
    ['^ marks', '    raise ValueError(text)', '          ^^^^^^^^^^^^^^^^', 7],
    ['no marks', '    return 1 / 0', 'ZeroDivisionError: x', 1],
  ])('counts columns by %s in the printed line', (_name, line, marks, column) => {
    const stderr = [header, '  File "main.py", line 2, in f', line, marks, 'ZeroDivisionError: x', ''].join('\n');
    expect(parseTraceback(stderr, 'main.py')?.frame).toEqual({ line: 2, column });
  });

  test('counts columns in the file, whose indent a traceback does not print', () => {
    const stderr = [header, '  File "main.py", line 2, in f', '    return 1 / 0', '           ~~^~~', 'E: x', ''];
    const source = 'def f():\n        return 1 / 0\n';
    expect(parseTraceback(stderr.join('\n'), 'main.py', source)?.frame).toEqual({ line: 2, column: 16 });
  });

  test('keeps an exception without a message, and one whose name has a module', () => {
    expect(parseTraceback(`${header}\n  File "main.py", line 1, in f\nMemoryError\n`, 'main.py')).toMatchObject({
      type: 'MemoryError',
      message: '',
    });
    expect(parseTraceback(`${header}\ninterpreter.IdleForever: idle for ever\n`, 'main.py')).toEqual({
      type: 'interpreter.IdleForever',
      message: 'idle for ever',
    });
  });

  test('keeps all lines of a message, the notes among them', () => {
    expect(parseTraceback(`${header}\nValueError: one\n  two\na note\n`, 'main.py')).toEqual({
      type: 'ValueError',
      message: 'one\n  two\na note',
    });
  });

  test.each([
    'During handling of the above exception, another exception occurred:',
    'The above exception was the direct cause of the following exception:',
  ])('that is chained is the last one: %s', (words) => {
    const stderr = [
      header,
      '  File "main.py", line 2, in <module>',
      '    inner()',
      'KeyError: 1',
      '',
      words,
      '',
      header,
      '  File "main.py", line 4, in <module>',
      '    outer()',
      '    ~~~~~^^',
      'ValueError: two',
      '',
    ].join('\n');
    expect(parseTraceback(stderr, 'main.py')).toEqual({
      type: 'ValueError',
      message: 'two',
      frame: { line: 4, column: 1 },
    });
  });

  test('of a syntax error has no first line, and its place is that of the error', () => {
    const stderr = '  File "/tmp/sample-1/main.py", line 3\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n';
    const expected = { type: 'SyntaxError', message: 'invalid syntax', frame: { line: 3, column: 9 } };
    expect(parseTraceback(stderr, 'main.py', 'print()\nif True:\n    x = = 1\n')).toEqual(expected);
    expect(parseTraceback(`a warning\n${stderr}`, 'main.py', '\n\n    x = = 1\n')).toEqual(expected);
    expect(parseTraceback(stderr, 'other.py')).toBeUndefined();
  });

  test('of an exception group is that of the group, not of one of its parts', () => {
    const stderr = [
      'a warning',
      '  + Exception Group Traceback (most recent call last):',
      '  |   File "main.py", line 7, in <module>',
      '  |     asyncio.run(main())',
      '  |     ~~~~~~~~~~~^^^^^^^^',
      '  |   File "main.py", line 5, in main',
      '  |     async with asyncio.TaskGroup() as group:',
      '  |                ~~~~~~~~~~~~~~~~~^^',
      '  |   File "taskgroups.py", line 174, in _aexit',
      '  |     raise BaseExceptionGroup(',
      '  | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)',
      '  +-+---------------- 1 ----------------',
      '    | Traceback (most recent call last):',
      '    |   File "main.py", line 3, in bad',
      '    |     raise ValueError("one")',
      '    | ValueError: one',
      '    +---------------- 2 ----------------',
      '    | Traceback (most recent call last):',
      '    |   File "main.py", line 4, in bad',
      '    | ValueError: two',
      '    +------------------------------------',
      '',
    ].join('\n');
    expect(parseTraceback(stderr, 'main.py', '\n\n\n\n    async with asyncio.TaskGroup() as group:')).toEqual({
      type: 'ExceptionGroup',
      message: 'unhandled errors in a TaskGroup (2 sub-exceptions)',
      frame: { line: 5, column: 16 },
    });
    expect(parseTraceback(`${stderr}${header}\nKeyError: 1\n`, 'main.py')).toEqual({ type: 'KeyError', message: '1' });
  });
});
