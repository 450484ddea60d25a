import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, expect, test, type Page } from '@playwright/test';
import { pyodideRelease } from '#runner/release.ts';
import { findChromium } from '#tools/browser/chromium.ts';
import {
  asRecorded,
  countWorkers,
  findRunner,
  listenToWorkers,
  openSample,
  plainSample,
  run,
  saveData,
} from './runner.ts';
import { serveSite, type SiteServer } from './site-server.ts';

const samplePath = `/samples/${plainSample.id}/`;
const worker = '/_astro/worker-*.js';
const afterRun = [
  worker,
  '/runtime/pyodide-314.0.7/pyodide.asm.mjs',
  '/runtime/pyodide-314.0.7/pyodide.asm.wasm',
  '/runtime/pyodide-314.0.7/python_stdlib.zip',
  `${samplePath}program.json`,
];

test.describe('asked at a server of its own', () => {
  let server: SiteServer;

  test.beforeEach(async () => {
    server = await serveSite('dist');
  });
  test.afterEach(() => {
    server.close();
  });

  async function open(page: Page) {
    await page.goto(`${server.origin}${samplePath}`, { waitUntil: 'networkidle' });
    return findRunner(page, plainSample.title);
  }

  /** What was asked for, in order of the names, and without the digest of the worker. */
  const listPaths = () =>
    server.answers.map(({ path }) => path.replace(/worker-[\w-]+\.js$/, 'worker-*.js')).toSorted();

  test('a page with a sample asks for nothing of a run before Run, and for five files after it', async ({ page }) => {
    await saveData(page);
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!/^(blob:)?http:\/\/127\.0\.0\.1:/.test(request.url())) outside.push(request.url());
    });
    const runner = await open(page);
    const ofThePage = /^\/_astro\/(?!worker)[\w.-]+\.(js|css)$/;
    expect(listPaths().filter((path) => !ofThePage.test(path))).toEqual([samplePath]);
    expect(page.workers()).toEqual([]);

    server.answers.length = 0;
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
    expect(listPaths()).toEqual(afterRun);
    expect(outside).toEqual([]);
  });

  test('the five files are at most 6.4 MB, and Python itself is as large as the page says', async ({ page }) => {
    await saveData(page);
    const runner = await open(page);
    server.answers.length = 0;
    await run(runner);
    const sizes = server.answers.map(({ path, bytes }) => {
      const content = readFileSync(`dist${path}`);
      expect(bytes, path).toBe(content.length);
      return { path, compressed: gzipSync(content, { level: 9 }).length };
    });
    const sum = (some: typeof sizes) => some.reduce((total, { compressed }) => total + compressed, 0) / 1e6;
    expect(sizes).toHaveLength(5);
    expect(sum(sizes)).toBeLessThanOrEqual(6.4);

    const stated = sum(sizes.filter(({ path }) => path.startsWith(pyodideRelease.path)));
    expect(Math.abs(stated - pyodideRelease.downloadMB)).toBeLessThanOrEqual(0.1);
    await expect(runner.group.locator('.needs-script')).toHaveText(
      'Run loads Python 3.14.2 into this page, 6.4 MB from this site, once. Nothing is stored or sent.',
    );
  });

  test('a second run downloads no body again, nor does the interpreter started ahead', async () => {
    // A profile on disk, as readers have: what is only in memory may be too small for Python.
    const profile = await mkdtemp(join(tmpdir(), 'iris-async-'));
    const context = await chromium.launchPersistentContext(profile, await findChromium());
    try {
      const page = await context.newPage();
      await listenToWorkers(page);
      const runner = await open(page);
      await run(runner);
      await expect(runner.status).toHaveText(asRecorded);
      expect(server.answers.filter(({ bytes }) => bytes > 1e6).map(({ path }) => path)).toHaveLength(3);
      await expect.poll(() => countWorkers(page), { timeout: 60_000 }).toEqual({ started: 2, ready: 2 });

      server.answers.length = 0;
      await run(runner);
      await expect(runner.status).toHaveText(asRecorded);
      await expect.poll(() => countWorkers(page), { timeout: 60_000 }).toEqual({ started: 3, ready: 3 });
      expect(server.answers.filter(({ bytes }) => bytes > 0)).toEqual([]);
    } finally {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    }
  });

  test('the code is asked for once, also where a browser keeps no file of its size', async ({ page }) => {
    await listenToWorkers(page);
    const runner = await open(page);
    await run(runner);
    await expect.poll(() => countWorkers(page), { timeout: 60_000 }).toEqual({ started: 2, ready: 2 });
    await run(runner);
    await expect.poll(() => countWorkers(page), { timeout: 60_000 }).toEqual({ started: 3, ready: 3 });
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
    expect(server.answers.filter(({ path }) => path.endsWith('.wasm'))).toHaveLength(1);
  });
});

test('a run stores nothing in the browser', async ({ page, context }) => {
  const runner = await openSample(page);
  await run(runner);
  await expect(runner.status).toHaveText(asRecorded);
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
    files: (await Array.fromAsync((await navigator.storage.getDirectory()).keys())).length,
  }));
  expect(stored).toEqual({ local: [], session: [], databases: [], caches: [], serviceWorkers: 0, files: 0 });
  expect(await context.cookies()).toEqual([]);
});

test.describe('after a run, when the page is idle', () => {
  test.beforeEach(async ({ page }) => {
    await listenToWorkers(page);
    await page.clock.install();
  });

  async function runAndIdle(page: Page): Promise<void> {
    const runner = await openSample(page);
    await run(runner);
    await expect(runner.status).toHaveText(asRecorded);
    await page.clock.runFor(10_000);
  }

  test('an interpreter is started ahead', async ({ page }) => {
    await runAndIdle(page);
    await expect.poll(() => countWorkers(page), { timeout: 60_000 }).toEqual({ started: 2, ready: 2 });
    expect(page.workers()).toHaveLength(1);
  });

  test('no interpreter is started ahead for a reader who saves data', async ({ page }) => {
    await saveData(page);
    await runAndIdle(page);
    expect(await countWorkers(page)).toEqual({ started: 1, ready: 1 });
    await expect.poll(() => page.workers().length).toBe(0);
  });
});
