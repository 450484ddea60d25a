import { expect, test } from '@playwright/test';

test('the skip link is the first stop of the keyboard and leads to the content', async ({ page }) => {
  await page.goto('/edges/synchronous-db-access/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test('a citation mark leads to its source, which stands out', async ({ page }) => {
  await page.goto('/edges/synchronous-db-access/');
  await page.locator('.cite a').first().click();
  await expect(page).toHaveURL(/#source-1$/);
  await expect(page.locator('#source-1')).toBeInViewport();
});

test('sources stand beside the text on a wide screen and not on a narrow one', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/edges/synchronous-db-access/');
  const note = page.locator('.prose p .sidenote').first();
  await expect(note).toBeVisible();
  await page.setViewportSize({ width: 390, height: 900 });
  await expect(note).toBeHidden();
});

test('a wide table scrolls inside itself with the keyboard on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/edges/synchronous-db-access/');
  const region = page.getByRole('region', { name: 'Evidence of 2026-11-20' });
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test('an address that is not there answers 404 with a page that leads on', async ({ page }) => {
  const response = await page.goto('/edges/no-such-edge/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await page.getByRole('main').getByRole('link', { name: 'Sharp edges' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sharp edges');
});

test('status is told by words and drawn shapes that survive forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/');
  const mark = page.locator('.edge-row .mark').first();
  await expect(mark).toHaveText(/\S/);
  await expect(mark.locator('svg')).toBeVisible();
});

test('the print style hides the navigation and opens the evidence', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/edges/synchronous-db-access/');
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Evidence of 2025-08-17' })).toBeVisible();
});
