import { expect, test } from '@playwright/test';
import { pageKinds } from './pages.ts';

for (const path of pageKinds) {
  test(`${path} asks nothing of another origin, breaks no policy and logs no error`, async ({ page, baseURL }) => {
    const outside: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '')) outside.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        // eslint-disable-next-line no-console -- the test listens to the console of the page
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(outside).toEqual([]);
    expect(faults).toEqual([]);
    await expect(page.locator('meta[http-equiv="content-security-policy"]')).toHaveCount(1);
  });
}

test('the policy stops an inline script, so that its test above can fail', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.head.append(script);
  });
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an entry shows its record, its evidence and its ways on', async ({ page }) => {
    await page.goto('/edges/synchronous-db-access/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Database access is synchronous');
    await expect(page.getByRole('region', { name: 'Evidence of 2026-11-20' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Provide an async database client' }).first()).toBeVisible();
  });
});
