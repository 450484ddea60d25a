import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { toString } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Root } from 'mdast';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPages, type BuiltPage } from './dist.ts';
import { readRawClaims } from './raw-content.ts';

const directory = 'dist';
const origin = 'http://localhost:4321';
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
let pages: BuiltPage[];
let twins: Map<string, { text: string; tree: Root; head: Record<string, string> }>;

beforeAll(() => {
  pages = readPages(directory).filter(({ path }) => path !== '/404.html');
  twins = new Map(
    pages.map(({ path }) => {
      const text = readFileSync(join(directory, path, 'index.md'), 'utf8');
      const head = parse(text.split(/^---$/m)[1] ?? '') as Record<string, string>;
      return [path, { text, tree: parser.parse(text), head }];
    }),
  );
});

function normalise(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Visible text of the first element of a name, without its tags. */
function readElement(html: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(html) ?? [];
  return normalise(
    text
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}

describe('Markdown twins', () => {
  test('there is one of every page, and of nothing else', () => {
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    expect(files.map((file) => `/${file.replace(/index\.md$/, '')}`).sort()).toEqual(
      pages.map(({ path }) => path).sort(),
    );
  });

  test('each has the one h1 of its page, as its title too', () => {
    for (const { path, html } of pages) {
      const twin = twins.get(path);
      const headings = twin?.tree.children.filter((node) => node.type === 'heading' && node.depth === 1) ?? [];
      expect(
        headings.map((node) => normalise(toString(node))),
        path,
      ).toEqual([readElement(html, 'h1')]);
      expect(twin?.head.title, path).toBe(readElement(html, 'h1'));
      expect(twin?.head.url, path).toBe(`${origin}${path}`);
    }
  });

  test('each of an entry has the title, the summary and the days of the raw file', () => {
    for (const { path, collection, title, summary, days } of readRawClaims('content')) {
      const twin = twins.get(path);
      const text = twin && normalise(toString(twin.tree));
      expect(twin?.head, path).toMatchObject({ title, collection });
      expect(text, path).toContain(normalise(summary).replaceAll('`', ''));
      for (const day of days) expect(text, path).toContain(day);
    }
  });

  test('every link inside the site leads to a twin or a file', () => {
    const lost: string[] = [];
    for (const [path, { tree }] of twins) {
      visit(tree, 'link', ({ url }) => {
        if (/^[a-z][a-z+.-]*:|^#/i.test(url)) return;
        const file = posix.join(path, url.replace(/[?#].*$/, ''));
        if (!existsSync(join(directory, file))) lost.push(`${path} -> ${url}`);
      });
    }
    expect(lost).toEqual([]);
  });

  test('none has raw markup or the site around the page in it', () => {
    for (const [path, { tree, text }] of twins) {
      visit(tree, (node) => {
        expect(node.type, path).not.toBe('html');
      });
      expect(text, path).not.toContain('Skip to the content');
    }
  });

  test('code keeps its language', () => {
    const languages = new Set<string>();
    for (const { tree } of twins.values()) {
      visit(tree, 'code', ({ lang }) => {
        if (lang) languages.add(lang);
      });
    }
    expect([...languages]).toEqual(expect.arrayContaining(['python', 'objectscript', 'xml', 'yaml', 'mdx']));
  });

  test('every page names its twin', () => {
    const without = pages.filter(
      ({ path, html }) =>
        !html.includes(
          `<link rel="alternate" type="text/markdown" title="This page as Markdown" href="${path}index.md"`,
        ),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });
});

describe('llms.txt', () => {
  test('links the twin of every entry, and every link leads to a file of the site', () => {
    const tree = parser.parse(readFileSync(`${directory}/llms.txt`, 'utf8'));
    const urls: string[] = [];
    visit(tree, 'link', ({ url }) => {
      urls.push(url);
    });
    expect(
      urls.filter((url) => !url.startsWith(origin) || !existsSync(join(directory, url.slice(origin.length)))),
    ).toEqual([]);
    expect(readRawClaims('content').filter(({ path }) => !urls.includes(`${origin}${path}index.md`))).toEqual([]);
    expect(tree.children.slice(0, 2).map(({ type }) => type)).toEqual(['heading', 'blockquote']);
  });

  test('llms-full.txt has every claim with the day of every judgement', () => {
    const text = readFileSync(`${directory}/llms-full.txt`, 'utf8');
    const sections = new Map(
      text.split(/^### /m).map((section) => [/Page: <[^>]*?:4321([^>]+)>/.exec(section)?.[1], section]),
    );
    for (const { path, days } of readRawClaims('content')) {
      const found = [...(sections.get(path) ?? '').matchAll(/^#### (\d{4}-\d{2}-\d{2})/gm)].map(([, day]) => day);
      expect(found, path).toEqual(days.toReversed());
    }
  });
});
