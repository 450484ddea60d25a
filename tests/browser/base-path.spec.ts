import { expect, test } from '@playwright/test';
import { buildSite, type SiteBuild } from '../site/build.ts';
import { asRecorded, findRunner, plainSample, readStream, run } from './runner.ts';
import { serveSite, type SiteServer } from './site-server.ts';

test.describe('below a base path', () => {
  // In one worker, which builds the site once: builds share Astro's cache.
  test.describe.configure({ mode: 'default' });
  let build: SiteBuild;
  let server: SiteServer;

  test.beforeAll(async () => {
    build = await buildSite({ BASE_PATH: '/sub/' });
    server = await serveSite(build.directory, '/sub/');
  });
  test.afterAll(async () => {
    server.close();
    await build.remove();
  });

  test('a sample runs, and asks for nothing outside of it', async ({ page }) => {
    await page.goto(`${server.origin}/sub/samples/${plainSample.id}/`);
    const runner = findRunner(page, plainSample.title);
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
    expect(await readStream(runner, 'stdout')).toBe(plainSample.stdout);
    expect(server.answers.filter(({ path, status }) => !path.startsWith('/sub/') || status !== 200)).toEqual([]);
    expect(server.answers.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        `/sub/samples/${plainSample.id}/program.json`,
        '/sub/runtime/pyodide-314.0.7/pyodide.asm.wasm',
      ]),
    );
  });

  test('search opens and finds, and asks for nothing outside of it', async ({ page }) => {
    const asked = server.answers.length;
    await page.goto(`${server.origin}/sub/`);
    await page.keyboard.press('/');
    const search = page.getByRole('dialog', { name: 'Search this site' });
    await search.getByRole('searchbox').fill('%CSP.WebSocket');
    const found = search.getByRole('link', { name: 'Realtime push with CSP WebSockets' });
    await expect(found).toHaveAttribute('href', '/sub/patterns/csp-websockets/');
    const outside = server.answers
      .slice(asked)
      .filter(({ path, status }) => !path.startsWith('/sub/') || ![200, 304].includes(status));
    expect(outside).toEqual([]);
    await found.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Realtime push with CSP WebSockets');
  });
});
