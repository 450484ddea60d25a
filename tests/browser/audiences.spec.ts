import { expect, test } from '@playwright/test';

const pages = ['/for/', '/for/builders/', '/for/product-team/', '/for/architects/', '/for/contributors/', '/reviews/'];

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

for (const path of pages) {
  test(`${path} reads without JavaScript on a phone: nothing but tables scrolls sideways`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await expect(page.locator('.lead')).toBeInViewport();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
    // What is cut off at the edge can be reached: it lies in a region that scrolls and takes the focus.
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(p, li, dd, dt, h2, h3, td, th)')]
        .filter((element) => element.closest('.table-region[tabindex="0"][aria-label]') === null)
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.textContent),
    );
    expect(outside).toEqual([]);
  });
}

test('a reader gets from the index to an answer, and from the answer to the entry', async ({ page }) => {
  await page.goto('/for/');
  await page.getByRole('main').getByRole('link', { name: 'Risk' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Risk');
  await page.getByRole('link', { name: 'No native ASGI hosting' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No native ASGI hosting');
  await page
    .locator('.facts')
    .getByRole('link', { name: /^Due by/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reviews');
});

test('what renews a claim opens with the keyboard', async ({ page }) => {
  await page.goto('/reviews/');
  const row = page.getByRole('row', { name: /Database access is synchronous/ });
  const steps = row.getByRole('listitem');
  await expect(steps.first()).toBeHidden();
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(steps.first()).toBeVisible();
  await expect(steps.filter({ hasText: 'Search ' }).first()).toContainText('there were no hits');
  await expect(steps.filter({ hasText: 'npm run samples -- ' })).toHaveCount(1);
});

test('the calendar is linked, and served as one', async ({ page, request }) => {
  await page.goto('/reviews/');
  const address = await page.getByRole('link', { name: 'reviews.ics' }).getAttribute('href');
  const response = await request.get(address ?? '');
  expect(response.status()).toBe(200);
  expect(response.headers()['content-type']).toContain('text/calendar');
  expect(await response.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
});
