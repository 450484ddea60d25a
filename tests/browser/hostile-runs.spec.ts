import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import {
  asRecorded,
  countWorkers,
  edit,
  hold,
  listenToWorkers,
  openSample,
  plainSample,
  readStream,
  run,
  saveData,
  untilOver,
  untilRunning,
  type Runner,
} from './runner.ts';

const recordedTitle = 'Recorded output';
const ownTitle = 'Your run, Python 3.14.2 in this browser';
const differs = 'Finished: differs from CI';
const otherOutput = 'Differs from the recorded run: its output differs from expected.stdout';

/** Puts the sample back and runs it: whatever the run before did, this one does what the recorded one did. */
async function expectNextRunToBeAsRecorded(runner: Runner): Promise<void> {
  await runner.button('Reset').click();
  await expect(runner.status).toHaveText('Reset: the recorded code and output');
  await run(runner);
  await expect(runner.status).toHaveText(asRecorded);
  expect(await readStream(runner, 'stdout')).toBe(plainSample.stdout);
}

test.describe('a program that ends badly ends its run with words, and the next run works:', () => {
  const programs: [claim: string, program: string, stdout: string, lastError: string, difference: string][] = [
    [
      'a syntax error',
      'print(1\n',
      '',
      "SyntaxError: '(' was never closed",
      "it ended with exit code 1 with SyntaxError: '(' was never closed, expected 0",
    ],
    [
      'an exception that nobody catches',
      'print("before")\nraise ValueError("no such order")\n',
      'before\n',
      'ValueError: no such order',
      'it ended with exit code 1 with ValueError: no such order, expected 0',
    ],
    [
      'a recursion without end',
      'def f():\n    f()\n\nf()\n',
      '',
      'RecursionError: maximum recursion depth exceeded',
      'it ended with exit code 1 with RecursionError: maximum recursion depth exceeded, expected 0',
    ],
    [
      'an event that nobody sets',
      'import asyncio\n\nasync def main():\n    print("waits", flush=True)\n    await asyncio.Event().wait()\n\nasyncio.run(main())\n',
      'waits\n',
      'interpreter.IdleForever: idle for ever: every task waits for something that nobody will do',
      'it ended with exit code 1 with interpreter.IdleForever: idle for ever: every task waits for something that nobody will do, expected 0',
    ],
    ['an exit code', 'import sys\nsys.exit(3)\n', '', '', 'it ended with exit code 3, expected 0'],
    [
      'two hundred megabytes of memory',
      'print(len(bytearray(200 * 1024 * 1024)))\n',
      '209715200\n',
      '',
      'its output differs from expected.stdout',
    ],
    [
      'more memory than there can be',
      'bytearray(3 * 1024 ** 3)\n',
      '',
      "OverflowError: cannot fit 'int' into an index-sized integer",
      "it ended with exit code 1 with OverflowError: cannot fit 'int' into an index-sized integer, expected 0",
    ],
    [
      'output that is no UTF-8',
      'import sys\nsys.stdout.buffer.write(b"\\xff")\n',
      '\uFFFD',
      '',
      'its output differs from expected.stdout',
    ],
    [
      'a worker that closes itself and ends',
      'import js\njs.close()\nprint("after")\n',
      'after\n',
      '',
      'its output differs from expected.stdout',
    ],
  ];
  for (const [claim, program, stdout, lastError, difference] of programs) {
    test(claim, async ({ page }) => {
      const runner = await openSample(page);
      await edit(runner, program);
      await run(runner);
      await expect(runner.status).toHaveText(differs);
      expect(await readStream(runner, 'stdout')).toBe(stdout);
      expect((await readStream(runner, 'stderr')).trimEnd().split('\n').at(-1)).toBe(lastError);
      await expect(runner.output.locator('.output-title')).toHaveText([
        ownTitle,
        `Differs from the recorded run: ${difference}`,
      ]);
      await expectNextRunToBeAsRecorded(runner);
    });
  }
});

test.describe('a program that does not end is stopped after 30 s, and the next run works:', () => {
  const programs: [claim: string, program: string, stdout: string][] = [
    ['an infinite loop', 'print("begins", flush=True)\nwhile True:\n    pass\n', 'begins\n'],
    ['a long sleep', 'import time\nprint("sleeps", flush=True)\ntime.sleep(60)\n', 'sleeps\n'],
    [
      'a worker that closes itself and goes on',
      'import js\nprint("closes", flush=True)\njs.close()\nwhile True:\n    pass\n',
      'closes\n',
    ],
  ];
  for (const [claim, program, stdout] of programs) {
    test(claim, async ({ page }) => {
      await page.clock.install();
      const runner = await openSample(page);
      await edit(runner, program);
      await runner.button('Run').click();
      await untilRunning(runner);
      await expect.poll(() => readStream(runner, 'stdout')).toBe(stdout);
      await page.clock.fastForward(30_000);
      await expect(runner.status).toHaveText('Stopped after 30 s');
      expect(await readStream(runner, 'stdout')).toBe(stdout);
      await expectNextRunToBeAsRecorded(runner);
    });
  }
});

test.describe('a program that writes too much is stopped at 64 kB, and the next run works:', () => {
  const programs: [claim: string, program: string, piece: string][] = [
    ['an endless print', 'while True:\n    print("x" * 100)\n', `${'x'.repeat(100)}\n`],
    ['an endless print of empty lines', 'while True:\n    print()\n', '\n'],
    ['one print of 5 MB', 'print("x" * 5_000_000)\n', 'x'],
  ];
  for (const [claim, program, piece] of programs) {
    test(claim, async ({ page }) => {
      const runner = await openSample(page);
      await edit(runner, program);
      await run(runner);
      await expect(runner.status).toHaveText('Stopped: it wrote more than 64 kB');
      const stdout = await readStream(runner, 'stdout');
      expect(stdout === piece.repeat(stdout.length).slice(0, stdout.length)).toBe(true);
      expect(stdout).toHaveLength(64 * 1024 + 1);
      await expectNextRunToBeAsRecorded(runner);
    });
  }
});

test.describe('an interpreter that breaks ends the run with its reason, and the next run works:', () => {
  for (const [claim, program, status] of [
    ['a process that exits', 'import os\nos._exit(5)\n', 'Stopped: Program terminated with exit(5)'],
    ['a process that aborts', 'import os\nos.abort()\n', 'Stopped: unreachable'],
  ] as const) {
    test(claim, async ({ page }) => {
      const runner = await openSample(page);
      await edit(runner, program);
      await run(runner);
      await expect(runner.status).toHaveText(status);
      await expectNextRunToBeAsRecorded(runner);
    });
  }
});

test('HTML in the output stays text, in the output and in the comparison', async ({ page }) => {
  const runner = await openSample(page);
  const line = '<img src="/no" onerror="document.title=1"><b>bold</b> &amp;';
  await edit(runner, `print(${JSON.stringify(line)})\n`);
  await run(runner);
  await expect(runner.status).toHaveText(differs);
  expect(await readStream(runner, 'stdout')).toBe(`${line}\n`);
  await expect(runner.output.locator('.output-title').nth(1)).toHaveText(otherOutput);
  await expect(runner.output.locator('ins')).toHaveText(`+ ${line}`);
  await expect(runner.output.locator('img, b')).toHaveCount(0);
  await expectNextRunToBeAsRecorded(runner);
});

test.describe('a program that asks another origin', () => {
  const asked: string[] = [];
  const elsewhere = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('here');
  });
  let origin = '';

  test.beforeAll(async () => {
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  });
  test.beforeEach(() => {
    asked.length = 0;
  });
  test.afterAll(() => {
    elsewhere.closeAllConnections();
    elsewhere.close();
  });

  /** Asks in the ways that a worker has. The last one waits for its answer, and with it for the one before. */
  const renderProgram = () => `
import asyncio, js

def ask(path):
    request = js.XMLHttpRequest.new()
    request.open("GET", "${origin}" + path, False)
    try:
        request.send()
        print(request.responseText)
    except Exception as error:
        print(error)

async def main():
    js.fetch("${origin}/fetch")
    ask("/first")
    ask("/second")

asyncio.run(main())
`;

  test('is refused by the policy, and no request leaves', async ({ page }) => {
    const runner = await openSample(page);
    await edit(runner, renderProgram());
    await run(runner);
    await expect(runner.status).toHaveText(differs);
    expect(await readStream(runner, 'stdout')).toBe(
      ['/first', '/second']
        .map(
          (path) => `NetworkError: Failed to execute 'send' on 'XMLHttpRequest': Failed to load '${origin}${path}'.\n`,
        )
        .join(''),
    );
    expect(asked).toEqual([]);
    await expectNextRunToBeAsRecorded(runner);
    expect(asked).toEqual([]);
  });

  test.describe('without the policy', () => {
    test.use({ bypassCSP: true });

    test('is answered, so that the test above can fail', async ({ page }) => {
      const runner = await openSample(page);
      await edit(runner, renderProgram());
      await run(runner);
      expect(await readStream(runner, 'stdout')).toBe('here\nhere\n');
      expect(asked.toSorted()).toEqual(['/fetch', '/first', '/second']);
    });
  });
});

test.describe('a file that does not come fails the run with its reason, and Run tries again:', () => {
  const runtime = '/runtime/pyodide-314.0.7/';
  const noModule = (url: string) =>
    `Failed: Pyodide did not load: Failed to fetch dynamically imported module: ${url}. Run tries again`;
  const noFile = 'Failed: Pyodide did not load: the site cannot be reached. Run tries again';
  const notFound = (url: string) => `Failed: Pyodide did not load: the server answered 404 for ${url}. Run tries again`;
  const noProgram = (why: string) => `Failed: the program did not load: ${why}. Run tries again`;
  const files: [name: string, pattern: string, refused: (url: string) => string, missing: (url: string) => string][] = [
    ['the worker', '**/_astro/worker*.js', noModule, noModule],
    ['pyodide.asm.mjs', `**${runtime}pyodide.asm.mjs`, noModule, noModule],
    ['pyodide.asm.wasm', `**${runtime}pyodide.asm.wasm`, () => noFile, notFound],
    ['python_stdlib.zip', `**${runtime}python_stdlib.zip`, () => noFile, notFound],
    [
      'program.json',
      '**/program.json',
      () => noProgram('the site cannot be reached'),
      () => noProgram('the site answered 404'),
    ],
  ];
  for (const [name, pattern, refused, missing] of files) {
    for (const [how, expected, answer] of [
      ['no connection', refused, undefined],
      ['404', missing, { status: 404, body: 'Not found' }],
    ] as const) {
      test(`${name}, ${how}`, async ({ page }) => {
        const urls: string[] = [];
        await page.route(pattern, async (route) => {
          urls.push(route.request().url());
          await (answer === undefined ? route.abort() : route.fulfill(answer));
        });
        const runner = await openSample(page);
        await run(runner);
        expect(urls).toHaveLength(1);
        await expect(runner.status).toHaveText(expected(urls[0] ?? ''));
        await expect(runner.output.locator('.output-title')).toHaveText(recordedTitle);
        await page.unroute(pattern);
        await run(runner);
        await expect(runner.status).toHaveText(asRecorded);
      });
    }
  }

  test('a page in the place of program.json', async ({ page }) => {
    await page.route('**/program.json', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
    );
    const runner = await openSample(page);
    await run(runner);
    await expect(runner.status).toHaveText(noProgram('what the site answered is no program'));
    await page.unroute('**/program.json');
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
  });

  test('program.json for the editor', async ({ page }) => {
    await page.route('**/program.json', (route) => route.abort());
    const runner = await openSample(page);
    await runner.button('Edit').click();
    await expect(runner.status).toHaveText(
      'Failed: the program did not load: the site cannot be reached. Edit tries again',
    );
    await expect(runner.editor).toHaveCount(0);
    await page.unroute('**/program.json');
    await runner.button('Edit').click();
    await expect(runner.editor).toBeFocused();
  });
});

test('a policy that forbids WebAssembly fails the run with its reason', async ({ page }) => {
  await page.route(`**/samples/${plainSample.id}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(" 'wasm-unsafe-eval'", '') });
  });
  const runner = await openSample(page);
  await run(runner);
  await expect(runner.status).toHaveText(
    /^Failed: Pyodide did not load: WebAssembly\.compileStreaming\(\): .+ violates .+ Content Security Policy .+\. Run tries again$/,
  );
});

test.describe('offline', () => {
  test('after the page has loaded, a run fails with its reason, and works once there is a connection', async ({
    page,
    context,
  }) => {
    const runner = await openSample(page);
    await context.setOffline(true);
    await run(runner);
    await expect(runner.status).toHaveText(
      'Failed: the program did not load: the site cannot be reached. Run tries again',
    );
    await context.setOffline(false);
    await expectNextRunToBeAsRecorded(runner);
  });

  test('after a run, the next one takes the interpreter that was started ahead', async ({ page, context }) => {
    await listenToWorkers(page);
    const runner = await openSample(page);
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
    await expect.poll(() => countWorkers(page), { timeout: 60_000 }).toEqual({ started: 2, ready: 2 });
    await context.setOffline(true);
    await expectNextRunToBeAsRecorded(runner);
  });

  test('after a run, a start of which nothing is kept fails with its reason, and works once there is a connection', async ({
    page,
    context,
  }) => {
    await saveData(page);
    // With a route of its own a page has no cache.
    await page.route('**/no-such-file', (route) => route.abort());
    const runner = await openSample(page);
    const urls: string[] = [];
    page.on('request', (request) => {
      if (/\/worker[^/]*\.js$/.test(request.url())) urls.push(request.url());
    });
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
    await context.setOffline(true);
    await run(runner);
    await expect(runner.status).toHaveText(
      `Failed: Pyodide did not load: Failed to fetch dynamically imported module: ${urls[0] ?? ''}. Run tries again`,
    );
    await context.setOffline(false);
    await expectNextRunToBeAsRecorded(runner);
  });
});

test.describe('the reader', () => {
  const endless = 'print("begins", flush=True)\nwhile True:\n    pass\n';

  test('stops a run while Python loads, and runs again', async ({ page }) => {
    const release = await hold(page, '**/pyodide.asm.wasm');
    const runner = await openSample(page);
    await runner.button('Run').click();
    await expect(runner.status).toHaveText('Loading Python, 6.4 MB');
    await expect(runner.group.getByRole('progressbar', { name: 'Loading of Python' })).toBeVisible();
    await runner.button('Stop').click();
    await expect(runner.status).toHaveText('Stopped');
    await expect(runner.group.getByRole('progressbar')).toHaveCount(0);
    await expect(runner.output.locator('.output-title')).toHaveText(recordedTitle);
    await expect.poll(() => page.workers().length).toBe(0);
    release();
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
  });

  test('stops a run while the program loads, and runs again', async ({ page }) => {
    const release = await hold(page, '**/program.json');
    const runner = await openSample(page);
    await runner.button('Run').click();
    await expect(runner.status).toHaveText('Loading the program');
    await runner.button('Stop').click();
    await expect(runner.status).toHaveText('Stopped');
    release();
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
  });

  test('stops a program that runs, keeps its output, and runs again', async ({ page }) => {
    await saveData(page);
    const runner = await openSample(page);
    await edit(runner, endless);
    await runner.button('Run').click();
    await untilRunning(runner);
    await expect.poll(() => readStream(runner, 'stdout')).toBe('begins\n');
    await runner.button('Stop').click();
    await expect(runner.status).toHaveText('Stopped');
    expect(await readStream(runner, 'stdout')).toBe('begins\n');
    await expect.poll(() => page.workers().length).toBe(0);
    await expectNextRunToBeAsRecorded(runner);
  });

  test('resets a program that runs, and has the recorded code and output again', async ({ page }) => {
    await saveData(page);
    const runner = await openSample(page);
    await edit(runner, endless);
    await expect(runner.group.getByText('edited', { exact: true })).toBeVisible();
    await runner.button('Run').click();
    await untilRunning(runner);
    await runner.button('Reset').click();
    await expect(runner.status).toHaveText('Reset: the recorded code and output');
    await expect(runner.editor).toHaveCount(0);
    await expect(runner.code).toBeVisible();
    await expect(runner.group.getByText('edited', { exact: true })).toBeHidden();
    await expect(runner.output.locator('.output-title')).toHaveText(recordedTitle);
    await expect(runner.output.locator('pre')).toHaveText(plainSample.stdout, { useInnerText: false });
    await expect(runner.button('Run')).toHaveAttribute('aria-disabled', 'false');
    await expect(runner.button('Stop')).toHaveAttribute('aria-disabled', 'true');
    await expect.poll(() => page.workers().length).toBe(0);
    await expectNextRunToBeAsRecorded(runner);
  });

  test('resets while Python loads, and hears no more of that run', async ({ page }) => {
    const release = await hold(page, '**/pyodide.asm.wasm');
    const runner = await openSample(page);
    await runner.button('Run').click();
    await expect(runner.status).toHaveText('Loading Python, 6.4 MB');
    await runner.button('Reset').click();
    await expect(runner.status).toHaveText('Reset: the recorded code and output');
    await expect.poll(() => page.workers().length).toBe(0);
    release();
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
  });

  test('starts no second run by pressing Run in a run', async ({ page }) => {
    const started: string[] = [];
    page.on('worker', (worker) => started.push(worker.url()));
    await saveData(page);
    const release = await hold(page, '**/pyodide.asm.wasm');
    const runner = await openSample(page);
    await runner.button('Run').press('Enter');
    await expect(runner.status).toHaveText('Loading Python, 6.4 MB');
    await expect(runner.button('Run')).toHaveAttribute('aria-disabled', 'true');
    await runner.button('Run').press('Enter');
    release();
    await untilOver(runner);
    await expect(runner.status).toHaveText(asRecorded);
    expect(started).toHaveLength(1);
  });
});
