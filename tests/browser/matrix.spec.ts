import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const cellCount = 70;

/** The cells of the table that are shown, as `need route status`. */
function listShown(page: Page): Promise<string[]> {
  return page
    .locator('.matrix [data-cell]:visible')
    .evaluateAll((cells) => cells.map(({ dataset }) => `${dataset.need} ${dataset.route} ${dataset.status}`));
}

/** A control that filters: other parts of the page have like names. */
function findFilter(page: Page, name: 'Need' | 'Route' | 'Status') {
  return page.getByRole('combobox', { name });
}

/** How many of its columns the table shows, without the heads of rows. */
function countColumns(page: Page): Promise<number> {
  return page.locator('.matrix thead [data-column]:visible').count();
}

test('the matrix is filtered at once, in the table and in the lists, and the address keeps it', async ({ page }) => {
  await page.goto('/matrix/');
  const shown = page.locator('.filters').getByRole('status');
  await expect(shown).toHaveText(`${cellCount} of ${cellCount} cells shown`);

  await findFilter(page, 'Need').selectOption({ label: 'WebSockets' });
  expect(new URL(page.url()).search).toBe('?need=websockets');
  await expect(shown).toHaveText(`7 of ${cellCount} cells shown`);
  await expect(page.locator('.matrix tbody tr:visible')).toHaveCount(1);
  await expect(page.locator('.cells > li:visible')).toHaveCount(7);

  await findFilter(page, 'Status').selectOption({ label: 'Unknown' });
  expect(new URL(page.url()).search).toBe('?need=websockets&status=unknown');
  const unknown = await listShown(page);
  expect(unknown.length).toBeGreaterThan(0);
  expect(unknown.filter((cell) => !/^websockets \S+ unknown$/.test(cell))).toEqual([]);
  expect(await countColumns(page)).toBe(unknown.length);

  await page.reload();
  expect(await listShown(page)).toEqual(unknown);
  await expect(findFilter(page, 'Status')).toHaveValue('unknown');

  await findFilter(page, 'Need').selectOption('');
  await findFilter(page, 'Status').selectOption('');
  await findFilter(page, 'Route').selectOption({ label: 'Native SDK' });
  expect(new URL(page.url()).search).toBe('?route=native-sdk');
  await expect(shown).toHaveText(`10 of ${cellCount} cells shown`);
  expect(await countColumns(page)).toBe(1);
});

test('each choice is a step of the history', async ({ page }) => {
  await page.goto('/matrix/?status=works');
  const works = await listShown(page);
  await findFilter(page, 'Status').selectOption('');
  await findFilter(page, 'Route').selectOption('db-api');
  await page.goBack();
  await expect(findFilter(page, 'Route')).toHaveValue('');
  expect(await listShown(page)).toHaveLength(cellCount);
  await page.goBack();
  await expect(findFilter(page, 'Status')).toHaveValue('works');
  expect(await listShown(page)).toEqual(works);
  await page.goForward();
  expect(await listShown(page)).toHaveLength(cellCount);
});

for (const search of [
  '?need=nonsense&route=%ZZ&status=',
  '?need[]=websockets&__proto__=1',
  '?status=WORKS&need=%3Cscript%3E&x=1',
]) {
  test(`a filter that means nothing is ignored: ${search}`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(`/matrix/${search}`);
    await expect(page.locator('.filters').getByRole('status')).toHaveText(`${cellCount} of ${cellCount} cells shown`);
    expect(errors).toEqual([]);
  });
}

test('a filter that leaves no cell says so, and can be taken back', async ({ page }) => {
  await page.goto('/matrix/?need=schedules&status=unknown');
  const shown = page.locator('.filters').getByRole('status');
  await expect(shown).toHaveText(`0 of ${cellCount} cells shown`);
  await findFilter(page, 'Status').selectOption('');
  await expect(shown).toHaveText(`7 of ${cellCount} cells shown`);
});

test('the heads of rows and columns stay while the table scrolls, and by keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 600 });
  await page.goto('/matrix/');
  const region = page.getByRole('region', { name: 'Support by need and route' });
  await region.scrollIntoViewIfNeeded();
  await region.focus();
  await expect(region).toBeFocused();
  await page.keyboard.press('End');
  await expect.poll(() => region.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(200);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  const places = await region.evaluate((element) => {
    const frame = element.getBoundingClientRect();
    const head = element.querySelector('thead [data-column]')?.getBoundingClientRect();
    const row = element.querySelector('tbody tr:last-child th')?.getBoundingClientRect();
    return { top: (head?.top ?? NaN) - frame.top, left: (row?.left ?? NaN) - frame.left };
  });
  expect(Math.abs(places.top)).toBeLessThanOrEqual(1);
  expect(Math.abs(places.left)).toBeLessThanOrEqual(1);
});

test('a status in the table leads to how or why not, and that to its proof', async ({ page }) => {
  await page.goto('/matrix/');
  await page
    .locator('.matrix')
    .getByRole('link', { name: /^Unknown/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#streaming_wsgi-in-iris$/);
  const cell = page.locator('#streaming_wsgi-in-iris');
  await expect(cell).toBeInViewport();
  await cell.getByRole('link', { name: 'No native ASGI hosting' }).click();
  await expect(page).toHaveURL(/\/edges\/no-native-asgi-hosting\/$/);
  await page
    .locator('.related')
    .getByRole('link', { name: /^Streaming and SSE: / })
    .click();
  await expect(page).toHaveURL(/\/matrix\/needs\/streaming\//);
});

test('on a phone the needs are lists, and nothing is wider than the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/matrix/?need=timeouts');
  await expect(page.locator('.matrix')).toBeHidden();
  await expect(page.locator('.cells > li:visible')).toHaveCount(7);
  for (const path of ['/matrix/', '/matrix/needs/timeouts/', '/matrix/routes/db-api/', '/matrix/statuses/unknown/']) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
  }
});

test('a filtered matrix has no fault that axe can see', async ({ page }) => {
  await page.goto('/matrix/?status=works');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the matrix is whole, and each filter is a page that a link leads to', async ({ page }) => {
    await page.goto('/matrix/?need=websockets');
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await expect(page.locator('.matrix [data-cell]:visible')).toHaveCount(cellCount);
    const table = page.locator('.matrix');
    for (const [link, path, rows] of [
      [table.getByRole('link', { name: 'WebSockets', exact: true }), '/matrix/needs/websockets/', 7],
      [table.getByRole('link', { name: 'WSGI in IRIS', exact: true }), '/matrix/routes/wsgi-in-iris/', 10],
    ] as const) {
      await link.click();
      await expect(page).toHaveURL(new RegExp(`${path}$`));
      await expect(page.locator('.slice tbody tr')).toHaveCount(rows);
      await page.goBack();
    }
    await page.locator('.counts').getByRole('link', { name: 'Does not work' }).click();
    await expect(page).toHaveURL(/\/matrix\/statuses\/does-not-work\/$/);
    expect(await page.locator('.slice tbody tr').count()).toBeGreaterThan(0);
  });
});
