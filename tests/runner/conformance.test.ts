import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleSchema } from '#schema/sample.ts';
import { normalise } from '#runner/normalise.ts';
import { compareVersions, createCpythonRuntime, findInterpreters } from '#tools/samples/runtimes/cpython.ts';
import { createPyodideRuntime } from '#tools/samples/runtimes/pyodide.ts';
import type { RunResult } from '#runner/run-result.ts';
import type { Runtime } from '#tools/samples/runtimes/runtime.ts';

// What the table is about: CPython's asyncio, as it is in CPython and as it has to be in the browser.
const [newest] = await findInterpreters(process.env);
const version = newest?.version ?? '0';
const hasPython = compareVersions(version, '3.11') >= 0;
const pyodide = createPyodideRuntime();
const cpython = createCpythonRuntime();
const both: [name: string, runtime: Runtime][] = [
  ['pyodide', pyodide],
  ...(hasPython ? [['cpython', cpython] as [string, Runtime]] : []),
];

beforeAll(async () => {
  expect(await pyodide.probe()).toMatchObject({ version: '314.0.7', python: '3.14.2' });
}, 180_000);
afterAll(() => pyodide.close());

function run(runtime: Runtime, source: string, timeoutMs = 60_000): Promise<RunResult> {
  const sample = sampleSchema.parse({
    title: 'A program',
    summary: 'It runs.',
    language: 'python',
    role: 'recipe',
    illustrates: ['asyncio'],
    runtimes: { pyodide: true, cpython: { min: '3.11' }, parse: { skip: 'Python' }, iris: { skip: 'No server' } },
    expect: { outcome: 'pass', exit: 0 },
    timeoutMs,
    reviewedOn: '2026-11-21',
  });
  const program = { id: 'program', sample, directory: '/', files: { 'main.py': source }, main: 'main.py' };
  return runtime.run(program, new AbortController().signal);
}

/** What a program ends in, its own slow steps and the folders of its machine left out. */
async function observe(runtime: Runtime, source: string): Promise<{ exit: number; stdout: string; stderr: string }> {
  const result = await run(runtime, source);
  if (result.kind !== 'exited') throw new Error(`Unexpected ${JSON.stringify(result)}, expected a program that ends`);
  const { exit, stdout, stderr } = result;
  return { exit, stdout, stderr: normalise(stderr, ['slow-callbacks', 'paths']) };
}

/** The same in every runtime: its claim, the program, and the lines it prints. */
const table: [claim: string, source: string, lines: string[]][] = [
  [
    'a blocking call holds up the ticker beside it',
    `
import asyncio, time

async def tick(log):
    for number in range(3):
        log.append(f"tick {number}")
        await asyncio.sleep(0.01)

async def main():
    log = []
    task = asyncio.create_task(tick(log))
    time.sleep(0.3)
    log.append("blocked")
    await task
    print(*log, sep="\\n")

asyncio.run(main())
`,
    ['blocked', 'tick 0', 'tick 1', 'tick 2'],
  ],
  [
    'callbacks of now come before a timer of now',
    `
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 1)
    loop.call_later(0, print, 2)
    loop.call_soon(print, 3)
    await asyncio.sleep(0.05)

asyncio.run(main())
`,
    ['1', '3', '2'],
  ],
  [
    'a closed loop says so',
    `
import asyncio

loop = asyncio.new_event_loop()
loop.close()
print(loop.is_closed())
for work in (lambda: loop.call_soon(print), lambda: loop.run_forever()):
    try:
        work()
    except RuntimeError as error:
        print(error)
`,
    ['True', 'Event loop is closed', 'Event loop is closed'],
  ],
  [
    'debug mode is on, and asyncio.run refuses to nest',
    `
import asyncio

async def main():
    print(asyncio.get_running_loop().get_debug())
    inner = asyncio.sleep(0)
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    inner.close()

asyncio.run(main())
asyncio.run(asyncio.sleep(0))
print("again")
`,
    ['True', 'asyncio.run() cannot be called from a running event loop', 'again'],
  ],
  [
    'a timeout cancels what it holds, and wait_for as well',
    `
import asyncio

async def work():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled")
        raise

async def main():
    try:
        async with asyncio.timeout(0.02):
            await work()
    except TimeoutError:
        print("timeout")
    try:
        await asyncio.wait_for(work(), 0.02)
    except TimeoutError:
        print("wait_for")
    print(await asyncio.wait_for(asyncio.sleep(0, "in time"), 60))

asyncio.run(main())
`,
    ['cancelled', 'timeout', 'cancelled', 'wait_for', 'in time'],
  ],
  [
    'a task group cancels the others when one fails',
    `
import asyncio

async def wait():
    try:
        await asyncio.Event().wait()
    finally:
        print("cancelled")

async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("one failed")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait())
            group.create_task(fail())
    except* ValueError as group:
        print(group.exceptions)

asyncio.run(main())
`,
    ['cancelled', "(ValueError('one failed'),)"],
  ],
  [
    'a bounded queue makes its producer wait',
    `
import asyncio

async def produce(queue):
    for number in range(3):
        await queue.put(number)
        print("put", number)

async def main():
    queue = asyncio.Queue(maxsize=1)
    task = asyncio.create_task(produce(queue))
    for _ in range(3):
        await asyncio.sleep(0.01)
        print("got", await queue.get())
        queue.task_done()
    await task
    await queue.join()

asyncio.run(main())
`,
    ['put 0', 'got 0', 'put 1', 'got 1', 'put 2', 'got 2'],
  ],
  [
    'gather gives results in the order of its arguments, whichever ends first',
    `
import asyncio

async def work(seconds, name):
    await asyncio.sleep(seconds)
    print("done", name)
    return name

async def main():
    print(await asyncio.gather(work(0.15, "slow"), work(0.01, "fast")))

asyncio.run(main())
`,
    ['done fast', 'done slow', "['slow', 'fast']"],
  ],
  [
    'what is registered for the end of the program runs',
    'import atexit\natexit.register(print, "bye")\nprint("hello")\n',
    ['hello', 'bye'],
  ],
  [
    'a program is __main__, has its name as its only argument, and reads nothing',
    'import sys\nprint(__name__, sys.argv, __file__.split("/")[-1], sys.flags.dev_mode)\nprint(repr(sys.stdin.read()))\n',
    ["__main__ ['main.py'] main.py True", "''"],
  ],
];

describe.each(both)('in %s', (_name, runtime) => {
  test.each(table)('%s', async (_claim, source, lines) => {
    expect(await observe(runtime, source)).toEqual({ exit: 0, stdout: `${lines.join('\n')}\n`, stderr: '' });
  });

  test('debug mode warns of a slow step', async () => {
    const result = await run(
      runtime,
      'import asyncio, time\nasync def main():\n    time.sleep(0.2)\nasyncio.run(main())\n',
    );
    expect(result).toMatchObject({ kind: 'exited', exit: 0, stdout: '' });
    expect('stderr' in result && result.stderr).toMatch(/^Executing <Task finished .*> took \d\.\d{3} seconds\n$/);
  });

  test('a coroutine that nobody awaits is told of on stderr, and exits with 0', async () => {
    const source =
      'import asyncio\nasync def save():\n    print("saved")\nasync def main():\n    save()\nasyncio.run(main())\n';
    const { exit, stdout, stderr } = await observe(runtime, source);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(stderr.split('\n')[0]).toBe("main.py:5: RuntimeWarning: coroutine 'save' was never awaited");
  });

  test.each([
    ['sys.exit()', 0, ''],
    ['sys.exit(3)', 3, ''],
    ['sys.exit(-1)', 255, ''],
    ['sys.exit(256)', 0, ''],
    ['sys.exit("no more")', 1, 'no more\n'],
    ['asyncio.run(leave())', 4, ''],
  ])('%s ends with the exit code that CPython gives', async (call, exit, stderr) => {
    const source = `import asyncio, sys\nasync def leave():\n    raise SystemExit(4)\nprint("before")\n${call}\nprint("after")\n`;
    expect(await observe(runtime, source)).toEqual({ exit, stdout: 'before\n', stderr });
  });

  test('a traceback starts at the program', async () => {
    const source = 'def work():\n    raise ValueError("no number")\n\nwork()\n';
    const { exit, stderr } = await observe(runtime, source);
    expect(exit).toBe(1);
    // Marks below the lines differ between versions of Python.
    expect(stderr.split('\n').filter((line) => !/^[ ~^]*$/.test(line))).toEqual([
      'Traceback (most recent call last):',
      '  File "main.py", line 4, in <module>',
      '    work()',
      '  File "main.py", line 2, in work',
      '    raise ValueError("no number")',
      'ValueError: no number',
    ]);
  });

  test('nothing is left of one run in the next', async () => {
    const leave = `
import asyncio, builtins, json, os, sys, time
builtins.leaked = json.leaked = os.environ["LEAKED"] = "yes"
open("leaked.txt", "w").close()
time.sleep = None
asyncio.set_event_loop(asyncio.new_event_loop())
sys.exit(5)
`;
    const look = `
import asyncio, builtins, json, os, sys, time
print(hasattr(builtins, "leaked"), hasattr(json, "leaked"), "LEAKED" in os.environ, os.listdir("."), time.sleep is None)
asyncio.run(asyncio.sleep(0))
`;
    expect((await observe(runtime, leave)).exit).toBe(5);
    expect(await observe(runtime, look)).toEqual({
      exit: 0,
      stdout: "False False False ['main.py'] False\n",
      stderr: '',
    });
  });
});

describe('the honest differences of pyodide', () => {
  test('are that there are no threads, and that it says so', async () => {
    const source = `
import asyncio, threading

async def main():
    loop = asyncio.get_running_loop()
    for work in (lambda: asyncio.to_thread(len, "abc"), lambda: loop.run_in_executor(None, len, "abc")):
        try:
            print(await work())
        except RuntimeError as error:
            print(error)

asyncio.run(main())
print(len(threading.enumerate()))
`;
    expect(await observe(pyodide, source)).toEqual({
      exit: 0,
      stdout: "can't start new thread\ncan't start new thread\n1\n",
      stderr: '',
    });
    if (hasPython) expect((await observe(cpython, source)).stdout).toBe('3\n3\n1\n');
  });

  test('are the name of the loop', async () => {
    const source = `
import asyncio

async def main():
    print(type(asyncio.get_running_loop()).__name__, isinstance(asyncio.get_running_loop(), asyncio.BaseEventLoop))

asyncio.run(main())
`;
    expect((await observe(pyodide, source)).stdout).toBe('PlainEventLoop True\n');
    if (hasPython) expect((await observe(cpython, source)).stdout).toMatch(/^_\w+EventLoop True\n$/);
  });

  test('are that waiting for something nobody will do ends at once', async () => {
    const source =
      'import asyncio\nasync def main():\n    print("waiting")\n    await asyncio.Event().wait()\nasyncio.run(main())\n';
    const { exit, stdout, stderr } = await observe(pyodide, source);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: 'waiting\n' });
    expect(stderr.startsWith('Traceback (most recent call last):\n  File "main.py", line 5, in <module>\n')).toBe(true);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(
      'interpreter.IdleForever: idle for ever: every task waits for something that nobody will do',
    );
    if (hasPython) expect(await run(cpython, source, 1500)).toMatchObject({ kind: 'timed-out', stderr: '' });
  });
});

// CPython makes a loop here up to 3.13, and refuses from 3.14 on.
test.each(both.filter(([name]) => name === 'pyodide' || compareVersions(version, '3.14') >= 0))(
  'there is no current event loop to get in %s',
  async (_name, runtime) => {
    const source =
      'import asyncio\ntry:\n    asyncio.get_event_loop()\nexcept RuntimeError as error:\n    print(error)\n';
    expect(await observe(runtime, source)).toEqual({
      exit: 0,
      stdout: "There is no current event loop in thread 'MainThread'.\n",
      stderr: '',
    });
  },
);
