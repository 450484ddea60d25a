import { expect, test } from 'vitest';
import { normalise } from '#runner/normalise.ts';

test('nothing is taken out that is not declared', () => {
  const text = 'Executing <Task> took 0.300 seconds\n/tmp/a/main.py 0x7f00aa11bb22 \n';
  expect(normalise(text, [])).toBe(text);
});

test('lines about slow callbacks go, and lines that only resemble them stay', () => {
  const text = "one\nExecuting <Task name='Task-1' coro=<main()>> took 0.301 seconds\ntwo\nExecuting <it> took long\n";
  expect(normalise(text, ['slow-callbacks'])).toBe('one\ntwo\nExecuting <it> took long\n');
});

test.each([
  ['  File "/tmp/sample-xYz/main.py", line 1\n', '  File "main.py", line 1\n'],
  ['at C:\\Users\\A B\\main.py:3', 'at main.py:3'],
  ['defined at /usr/lib/python3.14/asyncio/tasks.py:395>', 'defined at tasks.py:395>'],
  ['see /tmp/a/main.py in /tmp/b', 'see main.py in /tmp/b'],
  ['"/tmp/a/notes.txt", "/main.py"', '"/tmp/a/notes.txt", "/main.py"'],
  ['/tmp/a/main.python', '/tmp/a/main.python'],
])('folders before a Python file go: %j', (text, expected) => {
  expect(normalise(text, ['paths'])).toBe(expected);
});

test('addresses in memory become the same word', () => {
  expect(normalise('<A at 0x7f00aa11bb22> <B at 0xff>', ['addresses'])).toBe('<A at 0x…> <B at 0xff>');
});

test('space at the end of lines goes', () => {
  expect(normalise('a \t\n b\n\t\n', ['trailing-space'])).toBe('a\n b\n\n');
});

test('several apply one after the other', () => {
  expect(normalise('/tmp/a/main.py 0xabcdef00 \n', ['paths', 'addresses', 'trailing-space'])).toBe('main.py 0x…\n');
});

test.each(['/a', 'a/', '/a ', ' ', '\t', 'Executing <', '0x', '.py', '/.py'])(
  'hostile output of 64 kB of %j is read in one pass',
  (piece) => {
    const text = `${piece.repeat(65_536 / piece.length)}!`;
    const startMs = performance.now();
    normalise(text, ['slow-callbacks', 'paths', 'addresses', 'trailing-space']);
    // A pattern that looks at everything again from every start takes 8 s and more here.
    expect(performance.now() - startMs).toBeLessThan(2500);
  },
);
