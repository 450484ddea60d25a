import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { readPages, type BuiltPage } from './dist.ts';
import { jsonLdSchema } from './json-ld-schema.ts';
import { readRawClaims } from './raw-content.ts';

const directory = 'dist';
const origin = 'http://localhost:4321';
let pages: BuiltPage[];
let blocks: Map<string, z.infer<typeof jsonLdSchema>[]>;

beforeAll(() => {
  pages = readPages(directory).filter(({ path }) => path !== '/404.html');
  blocks = new Map(
    pages.map(({ path, data }) => [
      path,
      data.map((text) => jsonLdSchema.parse(JSON.parse(text), { error: ({ message }) => `${path}: ${message ?? ''}` })),
    ]),
  );
});

/** Every string in a value. */
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : [];
}

test('every page says what it is once, under its own address, and where it stands', () => {
  for (const [path, list] of blocks) {
    const [own, ...rest] = list;
    expect(own && 'url' in own && own.url, path).toBe(`${origin}${path}`);
    expect(
      rest.map((block) => block['@type']),
      path,
    ).toEqual(path === '/' ? [] : ['BreadcrumbList']);
  }
});

test('each kind of page has its type', () => {
  const typeOf = (path: string) => blocks.get(path)?.[0]?.['@type'];
  expect(
    [
      '/',
      '/about/',
      '/edges/',
      '/edges/synchronous-db-access/',
      '/findings/no-async-db-drivers/',
      '/questions/internal-reports/',
      '/samples/asyncio-queue/',
      '/sources/asgiref/',
    ].map(typeOf),
  ).toEqual([
    'WebSite',
    'WebPage',
    'CollectionPage',
    'TechArticle',
    'ClaimReview',
    'QAPage',
    'SoftwareSourceCode',
    'WebPage',
  ]);
});

test('every address on this site leads to a page or a file', () => {
  const urls = new Set(
    [...blocks.values()]
      .flat()
      .flatMap(listStrings)
      .filter((text) => text.startsWith(`${origin}/`)),
  );
  const lost = [...urls]
    // The template of a search is no address yet.
    .filter((url) => !url.includes('{'))
    .filter((url) => {
      const { pathname } = new URL(url);
      return !existsSync(join(directory, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    });
  expect(urls.size).toBeGreaterThan(200);
  expect(lost).toEqual([]);
});

test('the days of an article are those of the raw file', () => {
  for (const { path, days } of readRawClaims('content')) {
    const [own] = blocks.get(path) ?? [];
    if (own?.['@type'] !== 'TechArticle' && own?.['@type'] !== 'ClaimReview') continue;
    expect([own.datePublished, own.dateModified], path).toEqual([days[0], days.at(-1)]);
  }
});

test('every page has what a preview of a link to it shows', () => {
  const faulty = pages.filter(
    ({ path, html }) =>
      !html.includes(`<meta property="og:url" content="${origin}${path}">`) ||
      !/<meta property="og:title" content="[^"]+"><meta property="og:description" content="[^"]{20,}">/.test(html),
  );
  expect(faulty.map(({ path }) => path)).toEqual([]);
});
