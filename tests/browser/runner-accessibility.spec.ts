import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import {
  asRecorded,
  edit,
  findRunner,
  hold,
  openSample,
  plainSample,
  prependToWorkers,
  run,
  untilOver,
} from './runner.ts';

const { title } = plainSample;
const code = readFileSync(`content/samples/${plainSample.id}/main.py`, 'utf8').replaceAll(/^# (end)?region.*\n/gm, '');
const names = ['Run', 'Stop', 'Edit', 'Reset', 'Copy'] as const;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// The theme and the width change colours and boxes; the elements stay the same, and with them what the other rules see.
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** What axe finds wrong on a page as it is, in both themes and at both widths. */
async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, width, isFirst } of [
    { colorScheme: 'light', width: 1280, isFirst: true },
    { colorScheme: 'light', width: 320, isFirst: false },
    { colorScheme: 'dark', width: 320, isFirst: false },
    { colorScheme: 'dark', width: 1280, isFirst: false },
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (isFirst ? axe.withTags(tags) : axe.withRules(rulesOfLooks)).analyze();
    const setting = `${colorScheme} at ${width} px`;
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${setting}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
    );
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) {
      found.push(`${setting}: the page scrolls sideways`);
    }
  }
  return found;
}

test.describe('axe finds nothing wrong, light and dark, wide and narrow:', () => {
  test('before a run, while Python loads and after the run', async ({ page }) => {
    const release = await hold(page, '**/pyodide.asm.wasm');
    const runner = await openSample(page);
    expect(await findViolations(page)).toEqual([]);
    await runner.button('Run').click();
    await expect(runner.status).toHaveText('Loading Python, 6.4 MB');
    expect(await findViolations(page)).toEqual([]);
    release();
    await untilOver(runner);
    await expect(runner.status).toHaveText(asRecorded);
    expect(await findViolations(page)).toEqual([]);
  });

  test('while editing and after an error', async ({ page }) => {
    const runner = await openSample(page);
    await edit(runner, `raise ValueError("${'no such order, '.repeat(20)}")\n`);
    expect(await findViolations(page)).toEqual([]);
    await run(runner);
    await expect(runner.status).toHaveText('Finished: differs from CI');
    expect(await findViolations(page)).toEqual([]);
  });

  test('after output that differs, and after a run that did not come about', async ({ page }) => {
    const runner = await openSample(page);
    await edit(runner, `print("${'another line '.repeat(20)}")\n`);
    await run(runner);
    await expect(runner.output.locator('ins')).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await page.reload();
    await page.route('**/program.json', (route) => route.abort());
    await run(runner);
    await expect(runner.status).toHaveText(
      'Failed: the program did not load: the site cannot be reached. Run tries again',
    );
    expect(await findViolations(page)).toEqual([]);
  });

  test('in forced colours, after a run of an edited program', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const runner = await openSample(page);
    await edit(runner, 'print("edited")\n');
    await run(runner);
    await expect(runner.output.locator('ins')).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    // What differs is told by signs too, and what the reader changed by a word.
    await expect(runner.output.locator('ins')).toHaveText(/^\+ /);
    await expect(runner.group.locator('.runner-edited')).toBeVisible();
  });
});

test('a sample has one status, empty at first, and one region of its output', async ({ page }) => {
  const runner = await openSample(page);
  await expect(runner.group).toHaveCount(1);
  await expect(runner.status).toHaveCount(1);
  await expect(runner.status).toBeEmpty();
  await expect(runner.output).toHaveCount(1);
  await run(runner);
  await expect(runner.status).toHaveCount(1);
  await expect(runner.output).toHaveCount(1);
  await expect(runner.output).toHaveAttribute('tabindex', '0');
  await expect(page.locator('[aria-live]')).toHaveCount(0);
});

test('each sample of an entry is a group of its own', async ({ page }) => {
  await page.goto('/guides/asyncio-inside-iop/');
  const groups = page.locator('sample-runner');
  expect(await groups.count()).toBeGreaterThan(1);
  for (const group of await groups.all()) {
    const { output, status } = findRunner(page, (await group.getAttribute('data-title')) ?? '');
    await expect(output).toHaveCount(1);
    await expect(status).toHaveCount(1);
    await expect(status).toBeEmpty();
  }
});

test('the focus stays on Run through a run', async ({ page }) => {
  const release = await hold(page, '**/pyodide.asm.wasm');
  const runner = await openSample(page);
  await runner.button('Run').focus();
  await page.keyboard.press('Enter');
  await expect(runner.status).toHaveText('Loading Python, 6.4 MB');
  await expect(runner.button('Run')).toBeFocused();
  release();
  await untilOver(runner);
  await expect(runner.status).toHaveText(asRecorded);
  await expect(runner.button('Run')).toBeFocused();
});

test('the focus stays on Stop when it has stopped a run', async ({ page }) => {
  const release = await hold(page, '**/pyodide.asm.wasm');
  const runner = await openSample(page);
  await runner.button('Run').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(runner.button('Stop')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(runner.status).toHaveText('Stopped');
  await expect(runner.button('Stop')).toBeFocused();
  await expect(runner.button('Stop')).toHaveAttribute('aria-disabled', 'true');
  release();
});

test('the keyboard goes from the code over the buttons to the output, and back', async ({ page }) => {
  const runner = await openSample(page);
  await runner.code.focus();
  for (const name of names) {
    await page.keyboard.press('Tab');
    await expect(runner.button(name)).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(runner.output).toBeFocused();
  for (const name of names.toReversed()) {
    await page.keyboard.press('Shift+Tab');
    await expect(runner.button(name)).toBeFocused();
  }
});

test('the keyboard alone edits, leaves the editor, runs, and resets', async ({ page }) => {
  const runner = await openSample(page);
  await runner.button('Edit').focus();
  await page.keyboard.press('Enter');
  await expect(runner.editor).toBeFocused();
  await expect(runner.editor).toHaveAccessibleName(`Code of ${title}, main.py`);
  await expect(runner.editor).toHaveValue(readFileSync(`content/samples/${plainSample.id}/main.py`, 'utf8'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('print("typed")');
  await page.keyboard.press('Tab');
  await expect(runner.button('Run')).toBeFocused();
  await expect(runner.editor).toHaveValue('print("typed")');
  await page.keyboard.press('Enter');
  await untilOver(runner);
  await expect(runner.output.locator('[data-stream="stdout"]')).toHaveText('typed');
  await runner.button('Reset').focus();
  await page.keyboard.press('Enter');
  await expect(runner.status).toHaveText('Reset: the recorded code and output');
  await expect(runner.button('Reset')).toBeFocused();
  await expect(runner.code).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the code, the recorded output and the verdicts are there, and no button is', async ({ page }) => {
    const runner = await openSample(page);
    await expect(runner.code).toBeVisible();
    await expect(runner.code).toHaveText(code);
    await expect(runner.output.locator('.output-title')).toHaveText('Recorded output');
    await expect(runner.output.locator('pre')).toHaveText(plainSample.stdout);
    await expect(page.getByRole('region', { name: 'Verdict in each runtime' }).getByRole('row')).not.toHaveCount(0);
    await expect(page.getByRole('row', { name: /^Pyodide/ })).toContainText('Passed');
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('status')).toHaveCount(0);
    await expect(page.getByText(/^Run loads Python/)).toBeHidden();
  });
});

test.describe('Copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test('copies the code that is shown, and after an edit the edited code', async ({ page }) => {
    const runner = await openSample(page);
    await runner.button('Copy').click();
    await expect(runner.status).toHaveText('Copied');
    expect((await readClipboard(page)).trimEnd()).toBe(code.trimEnd());
    await edit(runner, 'print("edited")\n');
    await runner.button('Copy').click();
    await expect.poll(() => readClipboard(page)).toBe('print("edited")\n');
    await runner.button('Reset').click();
    await runner.button('Copy').click();
    await expect.poll(async () => (await readClipboard(page)).trimEnd()).toBe(code.trimEnd());
  });

  test('says so when the browser does not allow it', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('Refused', 'NotAllowedError'));
    });
    const runner = await openSample(page);
    await runner.button('Copy').click();
    await expect(runner.status).toHaveText('Not copied: the browser does not allow it');
  });

  test('is the only button of a sample that is not for the browser', async ({ page }) => {
    await page.goto('/samples/http-fan-out/');
    const group = page.locator('sample-runner');
    await expect(group.getByRole('button')).toHaveText(['Copy']);
    await group.getByRole('button').click();
    await expect(group.getByRole('status')).toHaveText('Copied');
    expect(await readClipboard(page)).toMatch(/^import asyncio$/m);
  });
});

test.describe('the policy', () => {
  const tell = `addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => new BroadcastChannel('violations').postMessage('worker: ' + effectiveDirective + ' ' + blockedURI))`;

  /** Collects what breaks the policy on the page, and in workers that tell of it. */
  async function collectViolations(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        violations.push(`page: ${effectiveDirective} ${blockedURI}`);
      });
      new BroadcastChannel('violations').addEventListener('message', ({ data }: MessageEvent<string>) => {
        violations.push(data);
      });
    });
  }
  const readViolations = (page: Page) =>
    page.evaluate(() => (window as unknown as { violations: string[] }).violations);

  test('is broken nowhere by a run', async ({ page }) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await collectViolations(page);
    await prependToWorkers(page, tell);
    const runner = await openSample(page);
    await edit(runner, 'print("edited")\n');
    await run(runner);
    await expect(runner.output.locator('ins')).toBeVisible();
    await runner.button('Reset').click();
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
    expect(await readViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('is told of when it is broken on the page or in a worker, so that the test above can fail', async ({ page }) => {
    const outside = 'http://127.0.0.1:1/';
    await collectViolations(page);
    await prependToWorkers(page, `${tell}; fetch('${outside}').catch(() => undefined)`);
    const runner = await openSample(page);
    await run(runner);
    await page.evaluate((url) => fetch(url).catch(() => undefined), outside);
    await expect.poll(() => readViolations(page)).toContain(`page: connect-src ${outside}`);
    expect(await readViolations(page)).toContain(`worker: connect-src ${outside}`);
  });
});
