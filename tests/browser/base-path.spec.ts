import { expect, test } from '@playwright/test';
import { buildSite, type SiteBuild } from '../site/build.ts';
import { asRecorded, findRunner, plainSample, readStream, run } from './runner.ts';
import { serveSite, type SiteServer } from './site-server.ts';

test.describe('below a base path', () => {
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
});
