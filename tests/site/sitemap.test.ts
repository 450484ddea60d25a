import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { readPages } from './dist.ts';
import { readRawClaims } from './raw-content.ts';

const directory = 'dist';
const origin = 'http://localhost:4321';

function readDocument(file: string): XmlDocument {
  return XmlDocument.fromString(readFileSync(file, 'utf8'));
}

/** The day of each page of the sitemap, by its path; undefined where there is none. */
function readDays(): Map<string, string | undefined> {
  const items = readDocument(`${directory}/sitemap-0.xml`).find('//*[local-name()="url"]');
  return new Map(
    items.map((item) => {
      const [loc = '', lastmod] = ['loc', 'lastmod'].map((name) => item.get(`*[local-name()="${name}"]`)?.content);
      return [loc.slice(origin.length), lastmod];
    }),
  );
}

test('the sitemap and its index validate', () => {
  const schema = XsdValidator.fromDoc(readDocument('tests/site/sitemap.xsd'));
  for (const name of ['sitemap-index.xml', 'sitemap-0.xml']) {
    const document = readDocument(`${directory}/${name}`);
    expect(() => {
      schema.validate(document);
    }, name).not.toThrow();
  }
});

test('every page is on it, but the page for addresses that lead nowhere', () => {
  const paths = readPages(directory).map(({ path }) => path);
  expect([...readDays().keys()].sort()).toEqual(paths.filter((path) => path !== '/404.html').sort());
});

test('entries, indexes and the home page have the day of the newest judgement of the raw files, other pages none', () => {
  const expected = new Map<string, string>();
  for (const { path, collection, days } of readRawClaims('content')) {
    const newest = days.at(-1);
    if (newest === undefined) continue;
    for (const page of [path, `/${collection}/`, '/']) {
      expected.set(page, [expected.get(page) ?? '', newest].sort().at(-1) ?? newest);
    }
  }
  const found = [...readDays()].flatMap(([path, lastmod]) => (lastmod === undefined ? [] : [[path, lastmod]]));
  const times = [...expected].map(([path, day]) => [path, `${day}T00:00:00.000Z`]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(times));
  expect(found.length).toBeGreaterThan(45);
});

test('robots.txt leads to it', () => {
  expect(readFileSync(`${directory}/robots.txt`, 'utf8')).toBe(
    `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap-index.xml\n`,
  );
});
