import { expect, test } from '@playwright/test';
import { countBy, readRawClaims } from '../site/raw-content.ts';

const difference = '/changes/2025-08-17..2026-11-20/';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader goes from the home page to the timeline, cuts it down by links and reads one judgement', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'All changes' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes');
    const whole = await page.locator('.events > li').count();
    await page.getByRole('navigation', { name: 'Filter: to what' }).getByRole('link', { name: 'Sharp edges' }).click();
    await page
      .getByRole('navigation', { name: 'Filter: what happened' })
      .getByRole('link', { name: 'Improved' })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes: sharp edges, improved');
    const event = page.locator('.events > li').filter({ hasText: 'Database access is synchronous' });
    await expect(event).toContainText('Open');
    await expect(event).toContainText('Worked round');
    expect(await page.locator('.events > li').count()).toBeLessThan(whole);
    await event.getByRole('link', { name: 'Database access is synchronous' }).click();
    await expect(page).toHaveURL(/\/edges\/synchronous-db-access\/#on-2026-11-20$/);
    await expect(page.locator('#on-2026-11-20')).toBeInViewport();
  });

  test('the comparison of two days says what differs, and leads to the days before, after and between', async ({
    page,
  }) => {
    await page.goto('/changes/');
    await page.getByRole('link', { name: '2026-11-20 with 2025-08-17' }).click();
    await expect(page).toHaveURL(difference);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes from 2025-08-17 to 2026-11-20');
    const improved = page.getByRole('region', { name: 'Improved' });
    const change = improved.locator('li').filter({ hasText: 'No native ASGI hosting' });
    await expect(change.locator('.step')).toHaveText(/Open\s*→\s*to\s*Partly addressed/);
    const added = page.getByRole('region', { name: 'Added' });
    await expect(added.locator('.step').first()).toContainText('Not yet assessed');
    await page
      .getByRole('navigation', { name: 'To 2026-11-20 from' })
      .getByRole('link', { name: '2025-08-29' })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes from 2025-08-29 to 2026-11-20');
    await page.getByRole('link', { name: 'Previous 2025-08-17 to 2025-08-29' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes from 2025-08-17 to 2025-08-29');
  });

  test('an entry leads to what counted on an earlier day, with the evidence of then', async ({ page }) => {
    await page.goto('/edges/synchronous-db-access/');
    await page.getByRole('link', { name: 'As of 2025-08-17' }).click();
    await expect(page).toHaveURL('/as-of/2025-08-17/edges/#synchronous-db-access');
    const entry = page.getByRole('article', { name: 'Database access is synchronous' });
    await expect(entry).toContainText('Open');
    await expect(entry).toContainText('judged on 2025-08-17, superseded on 2026-11-20');
    await entry.getByText('Evidence for').click();
    await expect(entry.getByRole('table')).toBeVisible();
  });

  test('the log of corrections says what was wrong, what is right, and how to report an error', async ({ page }) => {
    await page.goto('/corrections/#no-native-asgi-hosting-2026-11-20');
    const correction = page.locator('#no-native-asgi-hosting-2026-11-20');
    await expect(correction).toBeInViewport();
    await expect(correction).toContainText('WSGI was not the only choice in 2025-08.');
    await expect(correction).toContainText('ASGI is a product setting of a web application.');
    await page.getByRole('link', { name: 'add an assessment with a correction' }).click();
    await expect(page).toHaveURL(/\/contributing\/#re-verify-a-claim$/);
  });

  for (const path of ['/changes/2025-01-01..2026-11-20/', '/changes/2025-01-01/', '/as-of/1999-01-01/']) {
    test(`${path}, days without a judgement, answers 404 and offers the days that have one`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      const days = page.getByRole('region', { name: 'Table: Days of judgement' });
      await days.getByRole('link', { name: '2026-11-20 with 2025-08-17' }).click();
      await expect(page).toHaveURL(difference);
    });
  }
});

for (const path of ['/changes/', difference, '/as-of/2025-08-17/', '/as-of/2025-08-17/edges/', '/corrections/']) {
  test(`${path} fits 320 px, and its tables scroll inside themselves`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  });
}

test('the chart is told in words too, and its patterns differ without any colour', async ({ page }) => {
  await page.goto('/changes/');
  const chart = page.getByRole('img', { name: 'Sharp edges by status, day by day' });
  await expect(chart).toBeVisible();
  const fills = await chart
    .locator('g rect[fill]')
    .evaluateAll((rects) => rects.map((rect) => rect.getAttribute('fill')));
  expect(new Set(fills).size).toBeGreaterThan(2);
  const claims = readRawClaims('content');
  const edges = claims.filter(({ collection }) => collection === 'edges');
  const newest = claims
    .flatMap(({ judgements }) => judgements.map(({ on }) => on))
    .sort()
    .at(-1);
  const counts = countBy(edges, ({ judgements }) => judgements.at(-1)?.word);
  const words = ['shipped', 'partially-addressed', 'community-workaround', 'open'].flatMap(
    (word) => counts[word] ?? [],
  );
  const table = page.getByRole('table', { name: `Sharp edges by status: ${edges.length} in all` });
  await expect(table.getByRole('row').last()).toHaveText(new RegExp(`^\\s*${[newest, ...words].join('\\s*')}\\s*$`));
});
