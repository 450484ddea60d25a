import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { LinkHealth } from '#schema/link-health.ts';
import { linkHealthFile, parseLinkHealth } from '#store/link-health.ts';
import { readRedirects } from '#store/redirects.ts';
import { readPages, type BuiltPage } from './dist.ts';
import { listBrokenLinks } from './internal-links.ts';

const directory = 'dist';
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
let pages: BuiltPage[];

beforeAll(() => {
  pages = readPages(directory);
});

function listFiles(collection: string): string[] {
  return readdirSync(`content/${collection}`).map((name) => join('content', collection, name));
}

function readRecord(file: string): Record<string, unknown> {
  const text = readFileSync(file, 'utf8');
  return parse(extname(file) === '.mdx' ? (text.split(/^---$/m)[1] ?? '') : text) as Record<string, unknown>;
}

function readRecordOf(folder: string): { runtimes: { pyodide: unknown } } {
  return readRecord(join(folder, 'sample.yaml')) as { runtimes: { pyodide: unknown } };
}

/** What the link check has on record; nothing before its first run. */
function readHealth(): Pick<LinkHealth, 'links'> {
  const file = `content/${linkHealthFile}`;
  if (!existsSync(file)) return { links: [] };
  const { health } = parseLinkHealth(readFileSync(file, 'utf8'), file);
  if (health === undefined) throw new Error(`${file} could not be read`);
  return health;
}

describe('pages', () => {
  test('there is a page for every file of every collection, and an index for each', () => {
    const expected = [
      ...collections.flatMap((collection) => [
        `/${collection}/`,
        ...listFiles(collection).map((file) => `/${collection}/${basename(file, extname(file))}/`),
      ]),
      ...['needs', 'routes'].flatMap((collection) =>
        listFiles(collection).map((file) => `/matrix/${collection}/${basename(file, '.yaml')}/`),
      ),
      // Pages that only lead to others.
      ...readRedirects('content').data.map(({ from }) => `/${from}/`),
    ];
    const paths = pages.map(({ path }) => path);
    expect(expected.filter((path) => !paths.includes(path))).toEqual([]);
    // tests/site/history-pages.test.ts knows which pages on history there are.
    const isHistory = (path: string) => /^\/(changes|as-of|corrections)\//.test(path);
    expect(paths.filter((path) => !expected.includes(path) && !isHistory(path))).toEqual([
      '/',
      '/404.html',
      '/about/',
      '/api/',
      '/contributing/',
      '/fields/',
      '/for/',
      '/for/architects/',
      '/for/builders/',
      '/for/contributors/',
      '/for/product-team/',
      '/gotchas/',
      '/link-health/',
      '/matrix/',
      '/matrix/statuses/does-not-work/',
      '/matrix/statuses/not-applicable/',
      '/matrix/statuses/unknown/',
      '/matrix/statuses/works-with-limits/',
      '/matrix/statuses/works/',
      '/report/',
      '/reviews/',
      '/search/',
    ]);
  });

  test('the collections hold what the analysis numbers', () => {
    const counts = Object.fromEntries(collections.slice(0, 6).map((name) => [name, listFiles(name).length]));
    expect(counts).toEqual({ patterns: 6, edges: 9, proposals: 7, findings: 7, guides: 4, background: 12 });
  });

  test('every page has one h1, a title and a description', () => {
    const faulty = pages.filter(
      ({ html }) =>
        html.match(/<h1[ >]/g)?.length !== 1 ||
        !/<title>[^<]{10,}<\/title>/.test(html) ||
        !/<meta name="description" content="[^"]{20,}"/.test(html),
    );
    expect(faulty.map(({ path }) => path)).toEqual([]);
  });

  test('no two pages share a title', () => {
    const titles = pages.map(({ html }) => /<title>([^<]*)/.exec(html)?.[1] ?? '');
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

describe('sources', () => {
  const sources = () => listFiles('sources').map(readRecord);

  test('the sources page links every URL of every source, and shows those of dead citations', () => {
    const index = pages.find(({ path }) => path === '/sources/');
    const links = new Set(index?.links.map((link) => link.replaceAll('&amp;', '&')));
    const dead = new Set(readHealth().links.flatMap(({ state, url }) => (state === 'dead' ? [url] : [])));
    const text = index?.html.replaceAll('&amp;', '&') ?? '';
    const missing = sources()
      .map(({ url }) => url as string | undefined)
      .filter((url) => url !== undefined && !links.has(url) && !(dead.has(url) && text.includes(`>${url}<`)));
    expect(missing).toEqual([]);
  });

  test('no URL that was replaced is linked anywhere', () => {
    const canonical = new Set(sources().map(({ url }) => url));
    const replaced = new Set(
      sources().flatMap(({ replaces }) => ((replaces ?? []) as { url: string }[]).map(({ url }) => url)),
    );
    const linked = pages.flatMap(({ path, links }) =>
      links.filter((link) => replaced.has(link) && !canonical.has(link)).map((link) => `${path} -> ${link}`),
    );
    expect(replaced.size).toBeGreaterThan(10);
    expect(linked).toEqual([]);
  });

  test('no link leads to the docset of another product or holds two URLs', () => {
    const faulty = pages.flatMap(({ path, links }) =>
      links
        .filter(
          (link) =>
            link.includes('docs.intersystems.com/latest/') ||
            /https?:\/\/.*https?:\/\//.test(link) ||
            link.includes('&amp;'),
        )
        .map((link) => `${path} -> ${link}`),
    );
    expect(faulty).toEqual([]);
  });

  test('every outside link is a source, the copy of one, or on the page on link health a suggestion', () => {
    const known = new Set(
      sources().flatMap(({ url, archive }) => [url, (archive as { url: string } | undefined)?.url]),
    );
    const suggested = new Set(
      readHealth().links.map(({ suggestion }) => suggestion && URL.parse(suggestion.value)?.href),
    );
    const unknown = pages.flatMap(({ path, links }) =>
      links
        .filter((link) => /^https?:/.test(link) && !known.has(link) && !link.startsWith('http://localhost:4321'))
        .filter((link) => path !== '/link-health/' || !suggested.has(link))
        .map((link) => `${path} -> ${link}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('programs for the browser', () => {
  test('there is one for every sample that Pyodide runs, byte for byte as in the content', () => {
    const records = listFiles('samples').map((folder) => ({ folder, record: readRecordOf(folder) }));
    const runnable = records.filter(({ record }) => record.runtimes.pyodide === true);
    expect(runnable.length).toBeGreaterThan(10);
    for (const { folder } of runnable) {
      const file = join(directory, 'samples', basename(folder), 'program.json');
      const program = JSON.parse(readFileSync(file, 'utf8')) as { main: string; files: Record<string, string> };
      expect(program.files[program.main]).toBe(readFileSync(join(folder, program.main), 'utf8'));
    }
    const others = records.filter(({ record }) => record.runtimes.pyodide !== true);
    const published = others.filter(({ folder }) =>
      existsSync(join(directory, 'samples', basename(folder), 'program.json')),
    );
    expect(published).toEqual([]);
  });

  test('every page lets WebAssembly compile, for search, and only pages with a program may start a worker, one of their own making', () => {
    const policies = new Map(
      pages.map(({ html }) => [
        /content-security-policy" content="([^"]+)"/.exec(html)?.[1],
        /data-(program|part="run")/.test(html),
      ]),
    );
    expect([...policies].map(([policy, runs]) => ({ runs, policy }))).toEqual(
      expect.arrayContaining([
        {
          runs: false,
          policy:
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'",
        },
        {
          runs: true,
          policy:
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'",
        },
      ]),
    );
    const runsWith = (text: string) => pages.filter(({ html }) => html.includes(text)).map(({ path }) => path);
    const withProgram = pages.filter(({ html }) => /data-(program|part="run")/.test(html)).map(({ path }) => path);
    expect(runsWith('worker-src blob:')).toEqual(withProgram);
    expect(policies.size).toBe(2);
  });

  test('Pyodide stands on the site under its version, each file as in the package', () => {
    for (const name of ['pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip']) {
      const [published, packaged] = [`${directory}/runtime/pyodide-314.0.7/${name}`, `node_modules/pyodide/${name}`];
      expect(readFileSync(published).equals(readFileSync(packaged)), name).toBe(true);
    }
  });
});

describe('counts', () => {
  test('the home page states the counts that the raw files give', () => {
    const edges = listFiles('edges').map(readRecord);
    const current = edges.map(({ assessments }) =>
      (assessments as { on: string; status: string; maturity?: string }[]).at(-1),
    );
    const count = (status: string) => current.filter((item) => item?.status === status).length;
    const home = pages
      .find(({ path }) => path === '/')
      ?.html.replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ');
    expect(home).toContain(`Of ${edges.length} sharp edges, ${count('shipped')} is shipped (experimental), `);
    expect(home).toContain(`${count('partially-addressed')} are partly addressed, `);
    expect(home).toContain(`${count('community-workaround')} is worked round and ${count('open')} are open.`);
  });

  test('the gotchas page carries the warning of every sharp edge that has one', () => {
    const html = pages.find(({ path }) => path === '/gotchas/')?.html ?? '';
    const ids = listFiles('edges')
      .filter((file) => readRecord(file).gotcha !== undefined)
      .map((file) => basename(file, '.mdx'));
    expect(ids.length).toBeGreaterThan(3);
    expect(ids.filter((id) => !html.includes(`<li id="${id}">`))).toEqual([]);
  });
});

describe('markup', () => {
  test('every internal link and anchor resolves', () => {
    expect(listBrokenLinks(directory, pages, '/')).toEqual([]);
  });

  test('no page has inline styles, inline scripts or event handlers', () => {
    expect(pages.flatMap(({ path, inline }) => inline.map((item) => `${path}: ${item}`))).toEqual([]);
  });

  test('every page is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Titles name the entry and the site; search engines cut them without harm.
        'long-title': 'off',
        // What follows is layout of the source, which the build compresses.
        'no-trailing-whitespace': 'off',
        'attr-quotes': 'off',
        'no-inline-style': 'error',
      },
    });
    const messages: string[] = [];
    for (const { path, html } of pages) {
      const report = await validator.validateString(html);
      for (const { messages: list } of report.results) {
        messages.push(
          ...list.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId} ${message}`),
        );
      }
    }
    expect(messages).toEqual([]);
  });

  test('Markdown tables and code become named, focusable regions', () => {
    const page = pages.find(({ path }) => path === '/patterns/csp-websockets/');
    expect(page?.html).toContain('<section class="table-region" tabindex="0" aria-label="Table: Two server modes">');
    expect(page?.html).toMatch(
      /<section class="code-region" tabindex="0" aria-label="Code in ObjectScript: [^"]+"><pre class="code-block"/,
    );
  });
});

/** The script files of a page and what they import statically. */
function listScripts(html: string): string[] {
  const found = new Set([...html.matchAll(/<script[^>]* src="\/([^"]+)"/g)].map(([, file = '']) => file));
  for (const file of found) {
    const text = readFileSync(join(directory, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:^|;)\s*(?:import|export)\b[^;(]*?["'`]\.\/([^"'`]+)["'`]/g)) {
      found.add(join(dirname(file), name));
    }
  }
  return [...found];
}

/** Whether a page has a script that runs: a block of data is none. */
function hasScript(html: string): boolean {
  return /<script(?![^>]* type="application\/ld\+json")/.test(html);
}

describe('weight, compressed with gzip', () => {
  // A page with a whole program, and the lists of everything, weigh more than a page to read.
  const limitOf = (path: string) => {
    if (['/api/', '/sources/', '/fields/', '/link-health/', '/matrix/', '/reviews/', '/report/'].includes(path))
      return 60_000;
    return /^\/samples\/./.test(path) ? 20_000 : 14_000;
  };

  test('no page weighs more than 14 kB, but for programs and the long lists', () => {
    const heavy = pages
      .map(({ path, html }) => ({ path, bytes: gzipSync(html).length }))
      .filter(({ path, bytes }) => bytes > limitOf(path));
    expect(heavy).toEqual([]);
  });

  const weigh = (file: string) => gzipSync(readFileSync(join(directory, file))).length;

  test('the style sheet weighs at most 10 kB', () => {
    const sheets = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.css'),
    );
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.reduce((sum, file) => sum + weigh(file), 0)).toBeLessThan(10_000);
  });

  test('the scripts of a page, with all they import before anybody presses Run, weigh at most 8 kB', () => {
    const weights = pages
      .filter(({ html }) => hasScript(html))
      .map(({ path, html }) => ({ path, bytes: listScripts(html).reduce((sum, file) => sum + weigh(file), 0) }));
    expect(weights.length).toBeGreaterThan(20);
    expect(weights.filter(({ bytes }) => bytes === 0 || bytes > 8000)).toEqual([]);
  });

  test('pages without a sample or the matrix load only what opens search, less than 1 kB; the search page also what searches, 6 kB', () => {
    const plain = pages.filter(({ html }) => !/<(sample-(runner|filter)|matrix-filter)/.test(html));
    expect(plain.length).toBeGreaterThan(150);
    const scripts = new Map(plain.map(({ path, html }) => [path, listScripts(html)]));
    const sum = (files: readonly string[] = []) => files.reduce((total, file) => total + weigh(file), 0);
    expect(sum(scripts.get('/search/'))).toBeLessThan(6000);
    scripts.delete('/search/');
    const kinds = new Set([...scripts.values()].map((files) => files.join(' ')));
    expect([...kinds]).toEqual([expect.stringMatching(/^_astro\/SearchOpener\S+ _astro\/preload-helper\S+$/)]);
    expect(sum(scripts.get('/'))).toBeLessThan(1000);
  });
});
