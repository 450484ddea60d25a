import { expect, test } from '@playwright/test';
import { normalise } from '#runner/normalise.ts';
import {
  asRecorded,
  edit,
  findRunner,
  listBrowserSamples,
  openSample,
  prependToWorkers,
  readStream,
  run,
  untilOver,
} from './runner.ts';

const samples = listBrowserSamples();

test('at least fifteen samples are for the browser', () => {
  expect(samples.length).toBeGreaterThanOrEqual(15);
});

// A browser that can suspend WebAssembly runs Python by other ways than one that cannot.
for (const { words, canSuspend } of [
  { words: 'in a browser that can suspend WebAssembly', canSuspend: true },
  { words: 'in a browser that cannot suspend WebAssembly', canSuspend: false },
]) {
  test.describe(words, () => {
    test.beforeEach(async ({ page }) => {
      if (!canSuspend) await prependToWorkers(page, 'delete WebAssembly.Suspending; delete WebAssembly.promising');
    });

    test(`the worker ${canSuspend ? 'has' : 'lacks'} the functions for it`, async ({ page }) => {
      const runner = await openSample(page);
      await edit(
        runner,
        'import js\nprint(hasattr(js.WebAssembly, "Suspending"), hasattr(js.WebAssembly, "promising"))\n',
      );
      await run(runner);
      expect(await readStream(runner, 'stdout')).toBe(canSuspend ? 'True True\n' : 'False False\n');
    });

    for (const sample of samples) {
      test(`${sample.id} prints what the recorded run printed`, async ({ page }) => {
        const runner = await openSample(page, sample);
        await run(runner);
        await expect(runner.status).toHaveText(asRecorded);
        await expect(runner.output.locator('.output-title')).toHaveText('Your run, Python 3.14.2 in this browser');
        expect(normalise(await readStream(runner, 'stdout'), sample.normalise)).toBe(sample.stdout);
        const stderr = normalise(await readStream(runner, 'stderr'), sample.normalise);
        const { raises } = sample.expect;
        if (raises === undefined) expect(stderr).toBe(sample.stderr);
        else expect(stderr.trimEnd().split('\n').at(-1)).toContain(`${raises.type}: ${raises.message}`);
      });
    }
  });
}

test('the samples of one page run at the same time, each in a Python of its own', async ({ page }) => {
  await page.goto('/guides/asyncio-inside-iop/');
  const titles = await page
    .locator('sample-runner[data-program]')
    .evaluateAll((elements) => elements.map(({ dataset }) => dataset.title ?? ''));
  expect(titles.length).toBeGreaterThan(1);
  const runners = titles.map((title) => findRunner(page, title));
  for (const runner of runners) await runner.button('Run').click();
  for (const runner of runners) await untilOver(runner);
  for (const [index, runner] of runners.entries()) {
    await expect(runner.status).toHaveText(asRecorded);
    const sample = samples.find(({ title }) => title === titles[index]);
    expect(await readStream(runner, 'stdout')).toBe(sample?.stdout);
  }
});
