import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ranking } from '#elements/search/pagefind.ts';
import { parseFragment, type Fragment } from '#tools/search/fragment.ts';

const directory = 'dist/pagefind';
const collections = [
  'patterns',
  'edges',
  'proposals',
  'findings',
  'guides',
  'background',
  'questions',
  'samples',
  'sources',
  'rules',
];

/** The part of Pagefind's own interface that these tests use. */
interface Pagefind {
  search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
}

let fragments: Fragment[];

beforeAll(() => {
  fragments = readdirSync(`${directory}/fragment`).map((name) =>
    parseFragment(readFileSync(`${directory}/fragment/${name}`)),
  );
});

describe('the search index', () => {
  test('holds a record for every entry of every collection, and for no list or other page', () => {
    const listPages = (collection: string, folder = '/') =>
      readdirSync(`content/${collection}`).map((name) => `${folder}${collection}/${basename(name, extname(name))}/`);
    const expected = [
      ...collections.flatMap((collection) => listPages(collection)),
      ...['needs', 'routes'].flatMap((collection) => listPages(collection, '/matrix/')),
    ];
    expect(fragments.map(({ url }) => url).sort()).toEqual(expected.sort());
  });

  test('knows the kind of each, and the status, the verification and the day of those that are judged', () => {
    const find = (url: string) => fragments.find((fragment) => fragment.url === url);
    const edge = readFileSync('content/edges/synchronous-db-access.mdx', 'utf8');
    expect(find('/edges/synchronous-db-access/')).toMatchObject({
      meta: {
        collection: 'edges',
        status: [...edge.matchAll(/^ {4}status: (.+)$/gm)].at(-1)?.[1],
        title: 'Database access is synchronous',
        kind: 'Sharp edge',
        word: expect.stringMatching(/^\w/) as string,
        shape: expect.stringMatching(/^\w/) as string,
        verification: expect.stringMatching(/^\w/) as string,
        assessed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      },
    });
    expect(find('/sources/asyncpg/')).toMatchObject({ meta: { collection: 'sources', kind: 'Source' } });
    const judged = fragments.filter(({ url }) => /^\/(patterns|edges|proposals|findings)\//.test(url));
    expect(judged.filter(({ meta }) => !meta.status || !meta.word || !meta.shape)).toEqual([]);
  });

  test('holds the code of samples, and nothing of what stands around an entry', () => {
    const sample = fragments.find(({ url }) => url === '/samples/send-request-async/');
    expect(sample?.content).toContain('..SendRequestAsync(..#LABS');
    const strangers = fragments.filter(({ content }) => /Skip to the content|Edit this page|Data as of/.test(content));
    expect(strangers.map(({ url }) => url)).toEqual([]);
  });

  test('is published without what the site does not load', () => {
    const names = readdirSync(directory).map((name) => name.replace(/_[0-9a-f]+/, ''));
    expect(names.sort()).toEqual([
      'LICENSE',
      'fragment',
      'index',
      'kinds.json',
      'pagefind-entry.json',
      'pagefind.en.pf_meta',
      'pagefind.js',
      'wasm.en.pagefind',
      'words.json',
    ]);
  });

  test('asks a reader for at most 95 kB when search opens, 45 kB for a word, 60 kB for eight results, 25 kB when words are misspelt, 4 kB when narrowed', () => {
    const weigh = (pattern: RegExp) =>
      readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .filter((name) => pattern.test(name))
        .map((name) => readFileSync(`${directory}/${name}`))
        // Pagefind's own files are compressed as they are.
        .reduce((sum, content) => sum + Math.min(content.length, gzipSync(content).length), 0);
    expect(weigh(/^(pagefind\.js|wasm.*|.*entry\.json|.*pf_meta)$/)).toBeLessThan(95_000);
    // A word takes one part of the index, the first results a record each.
    const listWeights = (folder: string) =>
      readdirSync(`${directory}/${folder}`).map((name) => readFileSync(`${directory}/${folder}/${name}`).length);
    expect(Math.max(...listWeights('index'))).toBeLessThan(45_000);
    const heaviest = listWeights('fragment').sort((a, b) => b - a);
    expect(heaviest.slice(0, 8).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(60_000);
    expect(weigh(/^words\.json$/)).toBeLessThan(25_000);
    expect(weigh(/^kinds\.json$/)).toBeLessThan(4000);
  });
});

describe('Pagefind over the published files', () => {
  let pagefind: Pagefind;

  beforeAll(async () => {
    vi.stubGlobal('fetch', (url: string) =>
      Promise.resolve(new Response(readFileSync(`dist${url.replace(/\?.*$/, '')}`))),
    );
    const module = (await import(pathToFileURL(`${directory}/pagefind.js`).href)) as {
      createInstance: (options: object) => Pagefind;
    };
    pagefind = module.createInstance({ basePath: '/pagefind/', language: 'en', noWorker: true, ranking });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  test.each([
    ['asyncpg', '/findings/no-async-db-drivers/'],
    ['SendRequestAsync', '/patterns/interoperability-async-messaging/'],
    ['sendrequestasync', '/patterns/interoperability-async-messaging/'],
    ['%CSP.WebSocket', '/patterns/csp-websockets/'],
    ['to_thread', '/background/sync-to-async-and-back/'],
  ])('finds %s in %s, among the first three', async (query, url) => {
    const { results } = await pagefind.search(query);
    const urls = await Promise.all(results.slice(0, 3).map(async ({ data }) => (await data()).url));
    expect(urls).toContain(url);
  });

  test('finds every word of the list by which queries are mended', async () => {
    const words = JSON.parse(readFileSync(`${directory}/words.json`, 'utf8')) as string[];
    expect(words.length).toBeGreaterThan(2000);
    const lost: string[] = [];
    for (const word of words) {
      const { results } = await pagefind.search(word.replace('$', ''));
      if (results.length === 0) lost.push(word);
    }
    expect(lost).toEqual([]);
  });
});
