import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { checkAtom, findTexts } from '../feeds/check-atom.ts';
import { jsonFeedSchema } from '../feeds/json-feed-schema.ts';
import { readPages, type BuiltPage } from './dist.ts';
import { readRawClaims } from './raw-content.ts';

const directory = 'dist';
const origin = 'http://localhost:4321';
const entries = readRawClaims('content');
let pages: Map<string, BuiltPage>;

beforeAll(() => {
  pages = new Map(readPages(directory).map((page) => [page.path, page]));
});

/** Both feeds below a path. */
function readFeeds(path: string) {
  return {
    atom: readFileSync(`${directory}${path}feed.xml`, 'utf8'),
    json: jsonFeedSchema.parse(JSON.parse(readFileSync(`${directory}${path}feed.json`, 'utf8'))),
  };
}

test('every feed validates, and both formats hold the same items', () => {
  for (const path of ['/', ...entries.map(({ path: entry }) => entry)]) {
    const { atom, json } = readFeeds(path);
    expect(checkAtom(atom), path).toEqual([]);
    expect(findTexts(atom, '//a:entry/a:id'), path).toEqual(json.items.map(({ id }) => id));
    expect(findTexts(atom, '/a:feed/a:link[@rel="self"]/@href'), path).toEqual([`${origin}${path}feed.xml`]);
    expect(json.feed_url, path).toBe(`${origin}${path}feed.json`);
  }
});

test('the feed of an entry has one item for each judgement of the raw file, on its day', () => {
  for (const { path, days } of entries) {
    const times = days.toReversed().map((day) => `${day}T00:00:00Z`);
    expect(readFeeds(path).json.items.map(({ date_published }) => date_published)).toEqual(times);
  }
});

test('the feed of everything has the newest hundred judgements, in the order of their days', () => {
  const days = entries.flatMap((entry) => entry.days).sort();
  const { json, atom } = readFeeds('/');
  expect(json.items.map(({ date_published }) => date_published?.slice(0, 10))).toEqual(days.reverse().slice(0, 100));
  expect(findTexts(atom, '/a:feed/a:updated')).toEqual([`${days[0] ?? ''}T00:00:00Z`]);
  expect(findTexts(atom, '/a:feed/fh:complete')).toHaveLength(days.length <= 100 ? 1 : 0);
});

test('every item leads to its judgement on the page of its entry', () => {
  const { items } = readFeeds('/').json;
  const lost = items.filter(({ url }) => {
    const { pathname, hash } = new URL(url ?? '');
    return pages.get(pathname)?.ids.has(hash.slice(1)) !== true;
  });
  expect(lost.map(({ url }) => url)).toEqual([]);
});

test('every page names the feeds of the site, and the page of an entry its own before them', () => {
  const listFeeds = (html: string) =>
    [
      ...html.matchAll(/<link rel="alternate" type="application\/(?:atom|feed)\+(?:xml|json)"[^>]* href="([^"]+)"/g),
    ].map(([, href]) => href);
  for (const [path, { html }] of pages) {
    const own = entries.some((entry) => entry.path === path) ? [`${path}feed.xml`, `${path}feed.json`] : [];
    expect(listFeeds(html), path).toEqual([...own, '/feed.xml', '/feed.json']);
  }
});
