import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { sampleSchema, type Sample } from '#schema/sample.ts';

/** A sample that readers can run, with what its recorded run printed. */
export interface BrowserSample extends Pick<Sample, 'title' | 'normalise' | 'expect'> {
  id: string;
  stdout: string;
  stderr: string;
}

/** The samples of the content that declare the browser's runtime. */
export function listBrowserSamples(): BrowserSample[] {
  return readdirSync('content/samples').flatMap((id) => {
    const directory = `content/samples/${id}`;
    const { runtimes, ...sample } = sampleSchema.parse(parse(readFileSync(`${directory}/sample.yaml`, 'utf8')));
    if (runtimes.pyodide !== true) return [];
    return [
      {
        ...sample,
        id,
        stdout: readOptional(`${directory}/expected.stdout`),
        stderr: readOptional(`${directory}/expected.stderr`),
      },
    ];
  });
}

function readOptional(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** A sample for tests that need any: quick, of one file, and not expected to fail. */
export const plainSample = findSample('sequential-versus-gather');

function findSample(id: string): BrowserSample {
  const found = listBrowserSamples().find((sample) => sample.id === id);
  if (found === undefined) throw new Error(`content/samples/${id} is not for the browser`);
  return found;
}

/** The status of a run that did what the recorded one did. */
export const asRecorded = 'Finished: same output as CI';

/** What a reader meets of a sample on a page. */
export interface Runner {
  group: Locator;
  code: Locator;
  status: Locator;
  output: Locator;
  editor: Locator;
  button: (name: 'Run' | 'Stop' | 'Edit' | 'Reset' | 'Copy') => Locator;
}

/** Finds the sample of a title on a page. */
export function findRunner(page: Page, title: string): Runner {
  const group = page.getByRole('group', { name: title, exact: true });
  return {
    group,
    code: group.getByRole('region', { name: `Code of ${title}`, exact: true }),
    status: group.getByRole('status'),
    output: group.getByRole('region', { name: `Output of ${title}`, exact: true }),
    editor: group.getByRole('textbox'),
    button: (name) => group.getByRole('button', { name, exact: true }),
  };
}

/** Opens the page of a sample. */
export async function openSample(page: Page, { id, title }: BrowserSample = plainSample): Promise<Runner> {
  await page.goto(`/samples/${id}/`);
  return findRunner(page, title);
}

/** Puts another program in the place of the sample's, as a reader does. */
export async function edit(runner: Runner, program: string): Promise<void> {
  await runner.button('Edit').click();
  await runner.editor.fill(program);
}

/** Presses Run and waits until the run is over. */
export async function run(runner: Runner): Promise<void> {
  await runner.button('Run').click();
  await untilOver(runner);
}

/** Waits until a run is over. A machine that has much to do needs its time to start Python. */
export async function untilOver(runner: Runner): Promise<void> {
  await expect(runner.status).toHaveText(/^(Finished|Stopped|Failed)/, { timeout: 60_000 });
}

/** Waits until the program of a run has begun. */
export async function untilRunning(runner: Runner): Promise<void> {
  await expect(runner.status).toHaveText('Running', { timeout: 60_000 });
}

/** What a run wrote to a stream, as the page shows it. */
export async function readStream(runner: Runner, stream: 'stdout' | 'stderr'): Promise<string> {
  return (await runner.output.locator(`[data-stream="${stream}"]`).allTextContents()).join('');
}

/** Makes the page believe that its reader saves data: it starts no interpreter ahead. */
export async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
}

/** Lets a script run in each worker of the page before the worker's own. */
export async function prependToWorkers(page: Page, script: string): Promise<void> {
  await page.addInitScript((added) => {
    const PlainBlob = Blob;
    window.Blob = class extends PlainBlob {
      constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
        super(options?.type === 'text/javascript' ? [`${added};\n`, ...parts] : parts, options);
      }
    };
  }, script);
}

/** Counts the workers of the page from now on. */
export async function listenToWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const PlainWorker = Worker;
    const workers = { started: 0, ready: 0 };
    Object.assign(window, { workers });
    window.Worker = class extends PlainWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.started += 1;
        this.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
          if (data.type === 'ready') workers.ready += 1;
        });
      }
    };
  });
}

/** How many workers the page has started, and how many of them had Python ready. */
export function countWorkers(page: Page): Promise<{ started: number; ready: number }> {
  return page.evaluate(() => (window as unknown as { workers: { started: number; ready: number } }).workers);
}

/**
 * Holds back the answers to a pattern of addresses until it is told to let them go. The pattern stays watched: a request
 * that is on its way while the browser stops watching is never answered.
 */
export async function hold(page: Page, pattern: string): Promise<() => void> {
  const held = Promise.withResolvers<undefined>();
  await page.route(pattern, async (route) => {
    await held.promise;
    // The one who asked may be gone by then.
    await route.continue().catch(() => undefined);
  });
  return () => {
    held.resolve(undefined);
  };
}
