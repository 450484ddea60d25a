import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { listBrowserSamples } from './runner.ts';

const samples = listBrowserSamples();

function findBatch(page: Page) {
  const group = page.getByRole('group', { name: 'Run the samples in this browser' });
  return {
    group,
    run: group.getByRole('button', { name: /^Run the / }),
    stop: group.getByRole('button', { name: 'Stop' }),
    status: group.getByRole('status'),
    rows: group.getByRole('row'),
  };
}

/** Titles of the samples that the list shows. */
function listShown(page: Page): Promise<string[]> {
  return page.locator('[data-row]:not([hidden])').evaluateAll((rows) => rows.map(({ dataset }) => dataset.title ?? ''));
}

test('the list runs all samples for browsers in a row, and each prints what CI recorded', async ({ page }) => {
  await page.goto('/samples/');
  const batch = findBatch(page);
  await expect(batch.run).toHaveText(`Run the ${samples.length} browser samples shown`);
  await batch.run.click();
  await expect(batch.run).toHaveAttribute('aria-disabled', 'true');
  await expect(batch.status).toHaveText(
    `Finished: ${samples.length} of ${samples.length} run, ${samples.length} with the same output as CI`,
    { timeout: 90_000 },
  );
  await expect(batch.rows).toHaveCount(samples.length + 1);
  await expect(batch.group.getByRole('progressbar', { name: 'Samples run' })).toHaveJSProperty('value', samples.length);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
});

test('a run of the list can be stopped, keeps what it has, and can begin again', async ({ page }) => {
  await page.goto('/samples/');
  const batch = findBatch(page);
  await batch.run.click();
  await expect.poll(() => batch.rows.count(), { timeout: 60_000 }).toBeGreaterThan(1);
  await batch.stop.click();
  await expect(batch.status).toHaveText(/^Stopped: \d+ of \d+ run, \d+ with the same output as CI$/);
  await page.getByLabel('Illustrates').selectOption({ index: 1 });
  await expect(batch.run).toHaveAttribute('aria-disabled', 'false');
});

test('the list is filtered by what samples illustrate and by verdict, and the address keeps it', async ({ page }) => {
  await page.goto('/samples/');
  const shown = page.locator('.filters').getByRole('status');
  const all = await page.locator('[data-row]').count();
  await expect(shown).toHaveText(`${all} of ${all} samples shown`);

  await page.getByLabel('Illustrates').selectOption({ label: 'Blocking the event loop' });
  expect(new URL(page.url()).search).toBe('?illustrates=blocking-the-loop');
  const titles = await listShown(page);
  expect(titles).toContain('A blocking call stalls the loop');
  expect(titles.length).toBeLessThan(all);
  await expect(shown).toHaveText(`${titles.length} of ${all} samples shown`);

  await expect(page.getByRole('heading', { level: 2, name: 'Probes of the open questions' })).toBeHidden();

  await page.reload();
  expect(await listShown(page)).toEqual(titles);
  await page.getByLabel('Verdict in some runtime').selectOption('untested');
  for (const title of await listShown(page)) expect(titles).toContain(title);
  await page.getByLabel('Illustrates').selectOption('');
  expect(new URL(page.url()).search).toBe('?outcomes=untested');
  expect((await listShown(page)).length).toBeGreaterThan(0);
});

test('a filter in the address that means nothing is ignored', async ({ page }) => {
  await page.goto('/samples/?illustrates=nonsense&outcomes=%ZZ&outcomes=&x[]=1');
  const all = await page.locator('[data-row]').count();
  await expect(page.locator('.filters').getByRole('status')).toHaveText(`${all} of ${all} samples shown`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the list is complete, and has no controls that do nothing', async ({ page }) => {
    await page.goto('/samples/');
    expect(await page.locator('[data-row]:visible').count()).toBeGreaterThan(40);
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });
});
