import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

const run = promisify(execFile);
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Outline = Awaited<ReturnType<Pdf['getOutline']>>;

/** What can be read in a PDF. */
interface PdfContent {
  /** The text of each page, spaces made one. */
  pages: string[];
  /** Addresses outside, and names of places inside, that its links lead to. */
  urls: string[];
  destinations: string[];
  outline: Outline;
  info: Record<string, unknown>;
  language: string | undefined;
  isTagged: boolean;
  /** Width and height of each page in points. */
  sizes: string[];
}

async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const content: PdfContent = {
    pages: [],
    urls: [],
    destinations: [],
    outline: await pdf.getOutline(),
    info: {},
    language: undefined,
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    sizes: [],
  };
  content.info = (await pdf.getMetadata()).info as Record<string, unknown>;
  content.language = content.info.Language as string | undefined;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    content.pages.push(
      items
        .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
        .join('')
        .replaceAll(/\s+/g, ' '),
    );
    const { width, height } = page.getViewport({ scale: 1 });
    content.sizes.push(`${Math.round(width)} x ${Math.round(height)}`);
    for (const { url, unsafeUrl, dest } of (await page.getAnnotations()) as Record<string, unknown>[]) {
      if (typeof url === 'string' || typeof unsafeUrl === 'string') content.urls.push(String(url ?? unsafeUrl));
      if (typeof dest === 'string') content.destinations.push(dest);
    }
  }
  return content;
}

/** The titles of bookmarks down to a level. */
function listTitles(outline: Outline, levels: number): string[] {
  return outline.flatMap(({ title, items }) => [
    title.replaceAll(/\s+/g, ' ').trim(),
    ...(levels > 1 ? listTitles(items as Outline, levels - 1) : []),
  ]);
}

/** Text without spaces: a PDF has none at the ends of lines. */
function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

test.describe('the PDF of the report', () => {
  let folder: string;
  let bytes: Uint8Array;
  let stdout: string;
  let pdf: PdfContent;

  const print = (name: string) =>
    run(process.execPath, ['src/tools/report-pdf/cli.ts', '--out', join(folder, name)], {
      env: { ...process.env, CI: 'true' },
    });

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-pdf-'));
    ({ stdout } = await print('deep/report.pdf'));
    bytes = readFileSync(join(folder, 'deep/report.pdf'));
    pdf = await readPdf(bytes);
  });
  test.afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is written by the command, which says of what build it is', () => {
    expect(stdout).toMatch(
      /report\.pdf: \d+ kB, data as of \d{4}-\d\d-\d\d, built at \d{4}-\d\d-\d\d \d\d:\d\d UTC, commit \w+\n$/,
    );
  });

  test('is the same to the byte when it is printed again, and leaves nothing beside it', async () => {
    await print('again.pdf');
    expect(readFileSync(join(folder, 'again.pdf')).equals(bytes)).toBe(true);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['again.pdf', 'deep', 'deep/report.pdf']);
  });

  test('has text on every page, on sheets of A4, and a number at the foot of each', () => {
    expect(pdf.pages.length).toBeGreaterThan(30);
    expect(pdf.pages.filter((text) => text.length < 100)).toEqual([]);
    expect([...new Set(pdf.sizes)]).toEqual(['595 x 842']);
    expect(pdf.pages.filter((text, index) => !text.includes(`${index + 1} / ${pdf.pages.length}`))).toEqual([]);
  });

  test('carries its title, its language, its tags and the time of the build', () => {
    const [, builtAt = ''] = /built at (\S+ \S+) UTC/.exec(stdout) ?? [];
    expect(pdf.info.Title).toBe('Report | Async Python on InterSystems IRIS');
    expect(pdf.info.CreationDate).toBe(`D:${builtAt.replaceAll(/\D/g, '')}00+00'00'`);
    expect(pdf.language).toBe('en');
    expect(pdf.isTagged).toBe(true);
  });

  test('has bookmarks that say what the contents say', async ({ page }) => {
    await page.goto('/report/');
    const contents = await page.locator('.contents a').allInnerTexts();
    expect(contents.length).toBeGreaterThan(50);
    // The title, then chapters, then entries; what prose adds is deeper.
    const [title, summary, list, ...chapters] = listTitles(pdf.outline, 3);
    expect([title, summary, list]).toEqual(['Async Python on InterSystems IRIS', 'Summary', 'Contents']);
    expect(chapters.map(squeeze)).toEqual(contents.map(squeeze));
  });

  test('has the text of every part of the page', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto('/report/');
    // Breaks between pages put their numbers into paragraphs.
    const footer = /Async Python on InterSystems IRIS \d+ \/ \d+|\b\d+ \/ \d+/g;
    const text = squeeze(pdf.pages.map((part) => part.replaceAll(footer, '')).join(''));
    for (const selector of [
      '.report h2',
      '.report h3',
      '.report .lead',
      '.report h4',
      '.report pre',
      '.references li',
    ]) {
      const parts = await page.locator(selector).allInnerTexts();
      expect(parts.length, selector).toBeGreaterThan(5);
      expect(
        parts.filter((part) => !text.includes(squeeze(part))),
        selector,
      ).toEqual([]);
    }
  });

  test('leads outside to every source with an address, and inside to every entry', async ({ page }) => {
    await page.goto('/report/');
    const read = (selector: string) =>
      page.locator(selector).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const sources = await read('.references a');
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.filter((url) => !pdf.urls.includes(url))).toEqual([]);
    const anchors = (await read('.contents a')).map((url) => new URL(url).hash.slice(1));
    expect(anchors.filter((anchor) => !pdf.destinations.includes(anchor))).toEqual([]);
    // Nobody else has the machine that printed it.
    expect(pdf.urls.filter((url) => url.includes('127.0.0.1'))).toEqual([]);
  });
});

// The width of A4 within the margins of the report, in CSS pixels.
const sheetWidth = Math.floor(((210 - 2 * 20) / 25.4) * 96);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing on the printed report is wider than the sheet, and it is black on white in the ${colorScheme} theme`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: sheetWidth, height: 900 });
    await page.emulateMedia({ media: 'print', colorScheme });
    await page.goto('/report/');
    const cut = await page.evaluate((width) => {
      const isCut = (element: Element) =>
        element.getBoundingClientRect().right > width ||
        (getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1);
      return [...document.querySelectorAll('.report *')]
        .filter((element) => element.closest('svg') === null && isCut(element))
        .map((element) => element.outerHTML.slice(0, 200));
    }, sheetWidth);
    expect(cut).toEqual([]);
    const colours = await page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await expect(page.locator('.masthead')).toBeHidden();
    await expect(page.locator('.colophon')).toBeHidden();
  });
}

for (const path of [
  '/',
  '/edges/synchronous-db-access/',
  '/edges/wsgi-hosting-friction/',
  '/guides/agentic-sidecar/',
  '/sources/',
  '/link-health/',
  '/samples/',
]) {
  test(`${path} fits a sheet in print, without navigation, and shows where links outside lead`, async ({ page }) => {
    await page.setViewportSize({ width: sheetWidth, height: 900 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(path);
    const wide = await page.evaluate(
      (width) =>
        [...document.querySelectorAll('main :not(svg *)')]
          .filter((element) => element.getBoundingClientRect().right > width)
          .map((element) => element.outerHTML.slice(0, 200)),
      sheetWidth,
    );
    expect(wide).toEqual([]);
    for (const navigation of await page.getByRole('navigation').all()) await expect(navigation).toBeHidden();
    const silent = await page.locator('main a[href^="http"]').evaluateAll((links) =>
      links
        .filter((link) => {
          const said = link.textContent + getComputedStyle(link, '::after').content;
          return link.checkVisibility() && !said.includes(link.getAttribute('href') ?? '');
        })
        .map((link) => link.outerHTML),
    );
    expect(silent).toEqual([]);
  });
}
