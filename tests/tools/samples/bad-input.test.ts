import { createServer, type AddressInfo, type Server } from 'node:net';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareVersions, findInterpreters } from '#tools/samples/runtimes/cpython.ts';
import {
  createSampleTree,
  describeTree,
  expectsTypeError,
  readVerdicts,
  renderSample,
  runCommand,
  type Run,
  type SampleOptions,
} from './sample-trees.ts';

const [newest] = await findInterpreters(process.env);
const hasPython = compareVersions(newest?.version ?? '0', '3.11') >= 0;
const both: SampleOptions = { runtimes: ['pyodide', 'cpython'] };

/** Hears when the last process that holds a connection is gone: the system closes it then. */
let server: Server;
let allGone: Promise<void>;

/** A program that leaves a child behind, which runs for ever and holds the connection. */
function renderLeaver(port: number): string {
  return `
import os, socket, time
connection = socket.create_connection(("127.0.0.1", ${port}))
connection.detach()
if os.fork() == 0:
    while True:
        time.sleep(60)
print("left a child behind")
`;
}

const failing = {
  ...renderSample('differs', 'print("one")\nprint("2")\n', { ...both, stdout: 'one\ntwo\n' }),
  ...renderSample('unexpected-pass', 'print("fine")\n', { ...both, expect: expectsTypeError, stdout: 'fine\n' }),
  ...renderSample('other-exception', 'def work():\n    if True:\n        raise ValueError("no number")\n\nwork()\n', {
    ...both,
    expect: expectsTypeError,
  }),
  ...renderSample('syntax-error', 'print("never")\nif True:\n    x = = 1\n', both),
  ...renderSample(
    'unawaited',
    'import asyncio\n\nasync def save():\n    print("saved")\n\nasync def main():\n    save()\n    print("done")\n\nasyncio.run(main())\n',
    { ...both, stdout: 'done\n' },
  ),
  ...renderSample('not-utf-8', 'import sys\nsys.stdout.buffer.write(b"caf\\xe9\\n")\n', { ...both, stdout: 'café\n' }),
};

let tree: string;
let before: string[];
let all: Run;
let verdicts: Record<string, string>;
let pretty: Run;
let pages: Record<string, string>;

beforeAll(async () => {
  server = createServer();
  allGone = new Promise((resolve) => {
    server.once('connection', (socket) => {
      socket.resume().on('error', () => undefined);
      socket.once('close', () => {
        resolve();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  tree = createSampleTree(failing, {
    ...renderSample('infinite-loop', 'while True:\n    pass\n', { ...both, timeoutMs: 1000 }),
    ...renderSample('endless-output', 'while True:\n    print("x" * 100)\n', both),
    ...renderSample('gigabyte', 'block = bytearray(2**30)\nprint(len(block))\n', {
      runtimes: ['pyodide'],
      stdout: '1073741824\n',
    }),
    ...renderSample('too-much', 'blocks = [bytearray(2**31 - 1) for _ in range(9)]\n', { runtimes: ['pyodide'] }),
    ...renderSample('leaves-a-child', renderLeaver(port), { stdout: 'left a child behind\n' }),
    ...renderSample('killed', 'import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n'),
    ...renderSample('fine', 'print("fine")\n', { ...both, stdout: 'fine\n' }),
    ...renderSample('too-new', 'print("never")\n', { minPython: '3.99' }),
    ...renderSample('without-main', '', both),
    ...renderSample('link-to-a-file', '', both),
    ...renderSample('unknown-key', '', { ...both, more: 'timeoutMS: 5\n' }),
    ...renderSample('not-text', '', both),
    'content/samples/not-text/main.py': Buffer.from('print("caf\xe9")\n', 'latin1'),
    'outside/sample.yaml': 'title: Not of the content\n',
  });
  for (const name of ['without-main', 'link-to-a-file']) {
    rmSync(join(tree, `content/samples/${name}/main.py`));
  }
  symlinkSync('/etc/hostname', join(tree, 'content/samples/link-to-a-file/main.py'));
  symlinkSync(join(tree, 'outside'), join(tree, 'content/samples/link-to-a-folder'));
  before = describeTree(tree);
  [all, pretty] = await Promise.all([
    runCommand(['--format', 'json', '--content', join(tree, 'content')], { cwd: tree }),
    runCommand(['--runtime', 'cpython'], { cwd: createSampleTree(failing) }),
  ]);
  verdicts = readVerdicts(all.stdout);
  // The pretty report, cut into what stands below each sample.
  pages = Object.fromEntries(
    pretty.stdout
      .split(/^(?=failed|passed|untested|\d+ verdicts)/m)
      .map((page) => [/^\w+ +cpython +(\S+)/.exec(page)?.[1] ?? 'totals', page]),
  );
}, 300_000);
afterAll(() => {
  server.close();
});

/** What a sample came to in one of its runtimes. CPython may not be there. */
const inBoth = ['pyodide', ...(hasPython ? ['cpython'] : [])];

describe.each(inBoth)('in %s', (runtime) => {
  test.each([
    ['an infinite loop', 'infinite-loop', 'it was stopped after 1000 ms'],
    ['endless output', 'endless-output', 'it wrote more than 64 kB'],
    ['output that differs', 'differs', 'its output differs from expected.stdout'],
    ['output that is not UTF-8', 'not-utf-8', 'its output differs from expected.stdout'],
    ['a coroutine that nobody awaits, with exit code 0', 'unawaited', 'its error output differs from expected.stderr'],
    [
      'an expected failure that succeeds',
      'unexpected-pass',
      'it succeeded, and was expected to fail: the gap may have closed; assess a-gap again',
    ],
    [
      'an expected failure with another exception',
      'other-exception',
      'it failed with ValueError: no number, expected TypeError: no await',
    ],
    ['a syntax error', 'syntax-error', 'it ended with exit code 1 with SyntaxError: invalid syntax, expected 0'],
  ])('%s is a failed verdict with its reason', (_name, sample, reason) => {
    expect(verdicts[`${sample} ${runtime}`]).toBe(`failed: ${reason}`);
  });

  test('a good sample between bad ones has passed', () => {
    expect(verdicts[`fine ${runtime}`]).toBe('passed');
  });
});

describe('in pyodide', () => {
  test('a gigabyte is allocated, or is refused in clear words', () => {
    expect(verdicts['gigabyte pyodide']).toMatch(
      /^(?:passed|failed: it ended with exit code 1 with MemoryError, expected 0)$/,
    );
  });

  test('more memory than there can be is refused in clear words', () => {
    expect(verdicts['too-much pyodide']).toBe('failed: it ended with exit code 1 with MemoryError, expected 0');
  });
});

describe.runIf(hasPython)('in cpython', () => {
  test('a child that a program leaves behind is gone afterwards, and the program has its verdict', async () => {
    expect(verdicts['leaves-a-child cpython']).toBe('passed');
    await allGone;
  });

  test('a program that a signal ends has failed', () => {
    expect(verdicts['killed cpython']).toBe('failed: it was ended by SIGKILL');
  });

  test('a sample for a newer Python is untested, with both versions', () => {
    expect(verdicts['too-new cpython']).toBe(
      `untested: it needs Python 3.99, and the newest here is ${newest?.version ?? ''}`,
    );
  });
});

describe('samples that cannot be read', () => {
  test('have no verdict, are told with their places, and hide no other', () => {
    expect(Object.keys(verdicts).filter((key) => /without|link|unknown|not-text/.test(key))).toEqual([]);
    expect(Object.keys(verdicts)).toHaveLength(23);
    expect(all.stderr.split('\n').filter((line) => !line.startsWith('  hint: '))).toEqual([
      'content/samples/link-to-a-file/main.py:1:1: error file-symlink  Unexpected symbolic link in a sample, expected a file',
      'content/samples/link-to-a-folder:1:1: error file-symlink  Unexpected symbolic link that leads to no file of the content, expected a file',
      'content/samples/not-text/main.py:1:1: error file-binary  Unexpected binary file, expected UTF-8 text',
      expect.stringMatching(
        /^content\/samples\/unknown-key\/sample.yaml:14:1: error unknown-key {2}Unexpected key `timeoutMS`, expected one of /,
      ),
      'content/samples/without-main/sample.yaml:1:1: error sample-file-missing  Missing file `main.py`, expected the python program beside the record',
      '',
    ]);
    expect(all.stderr).toContain('\n  hint: did you mean `timeoutMs`?\n');
    expect(all.exitCode).toBe(2);
  });

  test('are told from inside of the content as well', async () => {
    const run = await runCommand(['--content', '.', 'without-main'], { cwd: join(tree, 'content') });
    expect(run.stderr).toContain(
      'samples/without-main/sample.yaml:1:1: error sample-file-missing  Missing file `main.py`',
    );
    expect({ ...run, stderr: '' }).toEqual({ exitCode: 2, stdout: '0 verdicts: 0 passed, 0 failed\n', stderr: '' });
  });

  test('elsewhere in the content are not the business of this command', async () => {
    const folder = createSampleTree({
      'samples/content/questions/broken.mdx': 'no front matter\n',
      ...Object.fromEntries(
        Object.entries(renderSample('fine', 'pass\n', { runtimes: ['iris'] })).map(([path, text]) => [
          `samples/${path}`,
          text,
        ]),
      ),
    });
    expect(await runCommand(['--content', join(folder, 'samples/content')], { cwd: '/' })).toEqual({
      exitCode: 0,
      stdout:
        'untested  iris     fine: no connection to an InterSystems IRIS server: IRIS_HOST, IRIS_PORT, IRIS_NAMESPACE, IRIS_USER, IRIS_PASSWORD not set\n1 verdict: 0 passed, 0 failed, 1 untested\n',
      stderr: '',
    });
  });
});

test('nothing is written without --update', () => {
  expect(describeTree(tree)).toEqual(before);
});

describe.runIf(hasPython)('the pretty report', () => {
  test('ends with exit code 1 and the totals', () => {
    expect(pretty.exitCode).toBe(1);
    expect(pretty.stderr).toBe('');
    expect(pages.totals).toBe('6 verdicts: 0 passed, 6 failed\n');
  });

  test('shows the difference of an output', () => {
    expect(pages.differs).toBe(
      [
        'failed    cpython  differs',
        '  content/samples/differs/main.py: its output differs from expected.stdout',
        '  | --- expected.stdout',
        '  | +++ this run',
        '  | @@ -1,2 +1,2 @@',
        '  |  one',
        '  | -two',
        '  | +2',
        '',
      ].join('\n'),
    );
  });

  test('shows bytes that are no UTF-8 by the replacement character', () => {
    expect(pages['not-utf-8']?.split('\n').slice(-3)).toEqual(['  | -café', '  | +caf\uFFFD', '']);
  });

  test('shows what was never awaited', () => {
    expect(pages.unawaited).toMatch(
      /\n {2}\| @@ -0,0 \+1,\d+ @@\n {2}\| \+\S*main\.py:7: RuntimeWarning: coroutine 'save' was never awaited\n/,
    );
  });

  test('asks to assess a gap again that may have closed', () => {
    expect(pages['unexpected-pass']).toBe(
      'failed    cpython  unexpected-pass\n  content/samples/unexpected-pass/main.py: it succeeded, and was expected to fail: the gap may have closed; assess a-gap again\n',
    );
  });

  test('names line and column of a syntax error, and of the frame that raised', () => {
    expect(pages['syntax-error']?.split('\n')[1]).toBe(
      '  content/samples/syntax-error/main.py:3:9: it ended with exit code 1 with SyntaxError: invalid syntax, expected 0',
    );
    expect(pages['other-exception']?.split('\n')[1]).toMatch(
      /^ {2}content\/samples\/other-exception\/main\.py:3:\d+: it failed with ValueError: no number, expected TypeError: no await$/,
    );
  });
});

test.runIf(hasPython)(
  'the last of an output is read, however many programs end at once',
  async () => {
    const stdout = Array.from({ length: 300 }, (_, line) => `line ${line} ${'x'.repeat(80)}\n`).join('');
    const source =
      'import sys\nfor line in range(300):\n    print("line", line, "x" * 80, flush=True)\nprint("end", file=sys.stderr)\n';
    const samples = Array.from({ length: 24 }, (_, index) =>
      renderSample(`noisy-${index}`, source, { stdout, stderr: 'end\n' }),
    );
    const cwd = createSampleTree(...samples);
    const run = await runCommand(['--jobs', '24', '--format', 'github'], { cwd });
    expect(run).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  },
  120_000,
);
