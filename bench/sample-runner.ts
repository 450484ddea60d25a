import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import sirv from 'sirv';
import { findChromium } from '../src/tools/browser/chromium.ts';

const rounds = 5;
const sample = '/samples/blocking-call-stalls-loop/';

/** A page that does nothing but load Pyodide in a worker and print, as the measure of what is possible. */
const bare: Record<string, string> = {
  '/bare.html': '<!doctype html><title>bare</title><script type="module" src="/bare.js"></script>',
  '/bare.js': `
    window.load = () => new Promise((resolve) => {
      const startMs = performance.now();
      const worker = new Worker('/bare-worker.js', { type: 'module' });
      worker.onmessage = () => resolve(performance.now() - startMs);
    });`,
  '/bare-worker.js': `
    import { loadPyodide } from '/pyodide/pyodide.mjs';
    const pyodide = await loadPyodide({
      indexURL: '/pyodide/',
      lockFileContents: { info: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten_5_0_3', python: '3.14.2' }, packages: {} },
      stdout: (line) => postMessage(line),
    });
    pyodide.runPython('print("ready")');`,
};

function serve(): Promise<Server> {
  const site = sirv('dist', { etag: true });
  const pyodide = sirv(dirname(fileURLToPath(import.meta.resolve('pyodide'))), { etag: true });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const text = bare[path];
    if (text !== undefined) {
      response.setHeader('content-type', path.endsWith('.html') ? 'text/html' : 'text/javascript').end(text);
    } else if (path.startsWith('/pyodide/')) {
      request.url = path.slice('/pyodide'.length);
      pyodide(request, response);
    } else site(request, response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

/** Milliseconds from the start of a bare load to its first line. */
async function timeBare(browser: Browser, origin: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${origin}/bare.html`, { waitUntil: 'networkidle' });
  const ms = await page.evaluate(() => (window as unknown as { load: () => Promise<number> }).load());
  await page.close();
  return ms;
}

/** Milliseconds from pressing Run to the first output, for the first Run of a page and for the second. */
async function timeSample(browser: Browser, origin: string): Promise<{ first: number; second: number }> {
  const page = await browser.newPage();
  await page.goto(origin + sample, { waitUntil: 'networkidle' });
  const press = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const runner = document.querySelector('sample-runner');
          const startMs = performance.now();
          let begun = false;
          const observer = new MutationObserver(() => {
            // The output of the run before stands until this one begins.
            if (runner?.querySelector('[role="status"]')?.textContent === 'Running') begun = true;
            if (!begun || (runner?.querySelector('[data-stream]')?.textContent ?? '') === '') return;
            observer.disconnect();
            resolve(performance.now() - startMs);
          });
          if (runner !== null) observer.observe(runner, { childList: true, subtree: true, characterData: true });
          runner?.querySelector('button')?.click();
        }),
    );
  const finish = () => page.getByText(/^Finished/).waitFor();
  const first = await press();
  await finish();
  const second = await press();
  await finish();
  await page.close();
  return { first, second };
}

const findMedian = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const renderSeconds = (values: readonly number[]) => `${(findMedian(values) / 1000).toFixed(2)} s`;

/** Times Run in the page beside a bare load of Pyodide, in turn, in one browser. */
async function bench(): Promise<void> {
  if (!existsSync('dist/index.html')) throw new Error('There is no dist/: build the site with `npm run build` first');
  const server = await serve();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }), args });
  const times = { bare: [] as number[], first: [] as number[], second: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const bareMs = await timeBare(browser, origin);
    const { first, second } = await timeSample(browser, origin);
    // The first round warms the caches and does not count.
    if (round === 0) continue;
    times.bare.push(bareMs);
    times.first.push(first);
    times.second.push(second);
  }
  await browser.close();
  server.close();
  const ratio = (findMedian(times.first) / findMedian(times.bare)).toFixed(2);
  process.stdout.write(
    `bare Pyodide   median ${renderSeconds(times.bare)}\n` +
      `first Run      median ${renderSeconds(times.first)} to the first output, ${ratio} times the bare load (goal: at most 1.3)\n` +
      `second Run     median ${renderSeconds(times.second)} to the first output (goal: under 1 s)\n`,
  );
}

await bench();
