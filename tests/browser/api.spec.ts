import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

test('the page on the data reads on a phone without JavaScript, and leads to the data', async ({ page }) => {
  await page.goto('/api/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data');
  for (const name of ['Use it', 'Documents', 'CSV', 'Badges', 'Versions', 'Licence', 'Schemas', 'Fields']) {
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  }
  const overflow = await page.locator('html').evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBe(0);

  const table = page.getByRole('region', { name: 'Fields: Sharp edge' });
  await expect(table.getByRole('row', { name: /^facts\.severity blocker/ })).toBeVisible();
  await table.focus();
  await expect(table).toBeFocused();

  const link = page.getByRole('link', { name: '/api/v1/edges.json', exact: true });
  const response = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(response.headers()['content-type']).toContain('application/json');
  const document = (await response.json()) as { collection: string; schema_version: string };
  expect(document.collection).toBe('edges');
  expect(document.schema_version).toMatch(/^1\./);
});
