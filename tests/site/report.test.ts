import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const collections = ['findings', 'patterns', 'edges', 'proposals', 'questions', 'guides', 'background'] as const;
const whole = collections.slice(0, 5);
let page: string;
/** What stands between the head and the foot that every page has. */
let html: string;

beforeAll(() => {
  page = readFileSync('dist/report/index.html', 'utf8');
  html = /<main.*<\/main>/s.exec(page)?.[0] ?? '';
});

function listIds(collection: string): string[] {
  return readdirSync(`content/${collection}`).map((name) => basename(name, '.mdx'));
}

/** Front matter and prose of an entry. */
function readEntry(collection: string, id: string): { title: string; prose: string } {
  const [, record = '', ...prose] = readFileSync(`content/${collection}/${id}.mdx`, 'utf8').split(/^---$/m);
  return { title: (parse(record) as { title: string }).title, prose: prose.join('---') };
}

function toText(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#39;|&#x27;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/&lt;|&#x3C;/g, '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&amp;|&#x26;/g, '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Headings with their level, id and text, and the id of the heading of the entry they stand in, in order. */
function listHeadings(): { level: number; id: string | undefined; text: string; entry: string | undefined }[] {
  let entry: string | undefined;
  return [...html.matchAll(/<h([1-6])(?: id="([^"]*)")?[^>]*>(.*?)<\/h\1>/gs)].map(([, level, id, text = '']) => {
    if (Number(level) <= 3) entry = id;
    return { level: Number(level), id, text: toText(text), entry };
  });
}

describe('the report', () => {
  test('holds every entry of every collection once, under its title', () => {
    const entries = listHeadings().filter(({ level }) => level === 3);
    const expected = collections.flatMap((collection) =>
      listIds(collection).map((id) => `${collection}-${id}: ${readEntry(collection, id).title}`),
    );
    expect(expected.length).toBeGreaterThan(40);
    expect(entries.map(({ id, text }) => `${id}: ${text.replace(/^\S+ /, '')}`).sort()).toEqual(expected.sort());
  });

  test('numbers its chapters from 1, and the entries of each without a gap', () => {
    const headings = listHeadings().filter(({ level, text }) => (level === 2 || level === 3) && /^\d/.test(text));
    let chapter = 0;
    let entry = 0;
    for (const { level, text } of headings) {
      if (level === 2) [chapter, entry] = [chapter + 1, 0];
      else entry += 1;
      expect(text.split(' ')[0]).toBe(level === 2 ? String(chapter) : `${chapter}.${entry}`);
    }
    expect(chapter).toBe(collections.length + 1);
  });

  test('says in its contents what its headings say, in the same order', () => {
    const contents = /<nav class="contents".*?<\/nav>/s.exec(html)?.[0] ?? '';
    const links = [...contents.matchAll(/<a href="#([^"]+)">(.*?)<\/a>/gs)].map(([, id, text = '']) => [
      id,
      toText(text),
    ]);
    const headings = listHeadings()
      .filter(({ level, id }) => (level === 2 || level === 3) && id !== 'summary' && id !== 'contents')
      .map(({ id, text }) => [id, text]);
    expect(links).toEqual(headings);
  });

  test('never skips a level of heading', () => {
    const levels = listHeadings().map(({ level }) => level);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('has no id twice, and every link inside it leads to one', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(500);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('carries every heading of the prose below that of its entry', () => {
    const headings = listHeadings();
    const missing = whole.flatMap((collection) =>
      listIds(collection).flatMap((id) =>
        [
          ...readEntry(collection, id)
            .prose.replaceAll(/^```.*?^```/gms, '')
            .matchAll(/^(##+) (.+)$/gm),
        ]
          .filter(
            ([, marks = '', text = '']) =>
              !headings.some(
                (heading) =>
                  heading.level === marks.length + 2 &&
                  heading.entry === `${collection}-${id}` &&
                  heading.text === text.replaceAll('`', ''),
              ),
          )
          .map(([line]) => `${id}: ${line}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('leads from prose to other entries inside the page, with their number', () => {
    expect(html).toMatch(/<a href="#questions-asgi-setting-2026-2">open question\u00a0\(5\.\d+\)<\/a>/);
    const outside = [...html.matchAll(/<div class="prose">.*?(?=<h4>|<dl class="facts">)/gs)].flatMap(([prose]) =>
      [...prose.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path),
    );
    expect(outside.filter((path) => collections.some((name) => path?.startsWith(`/${name}/`)))).toEqual([]);
  });

  test('numbers each source once, uses every number, and says of each whether it was read live', () => {
    const list = /<ol class="references">.*?<\/ol>/s.exec(html)?.[0] ?? '';
    const items = [...list.matchAll(/<li id="source-(\d+)">(.*?)<\/li>/gs)].map(([, number, item = '']) => ({
      number: Number(number),
      text: toText(item),
    }));
    expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => index + 1));
    expect(new Set(items.map(({ text }) => text)).size).toBe(items.length);
    const marks = [...html.matchAll(/<a class="reference" href="#source-(\d+)">\[(\d+)\]<\/a>/g)];
    expect(marks.filter(([, target, shown]) => target !== shown)).toEqual([]);
    expect([...new Set(marks.map(([, target]) => Number(target)))].sort((a, b) => a - b)).toEqual(
      items.map(({ number }) => number),
    );
    expect(
      items.filter(
        ({ text }) =>
          !/No public address\.|Not verified yet\.|Last verified \d{4}-\d\d-\d\d|since \d{4}-\d\d-\d\d/.test(text),
      ),
    ).toEqual([]);
  });

  test('has no script of its own', () => {
    const scripts = [...html.matchAll(/<script type="([^"]*)"/g)].map(([, type]) => type);
    expect(new Set(scripts)).toEqual(new Set(['application/ld+json']));
    expect(html.match(/<script/g)).toHaveLength(scripts.length);
  });

  test('weighs at most 60 kB compressed, style sheets at most 10 kB', () => {
    expect(gzipSync(page).length).toBeLessThan(60_000);
    const sheets = [...page.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, file = '']) =>
      readFileSync(`dist/${file}`),
    );
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.reduce((sum, sheet) => sum + gzipSync(sheet).length, 0)).toBeLessThan(10_000);
  });
});
