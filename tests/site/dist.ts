import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Parser } from 'htmlparser2';

/** What the tests of the built site look at in a page. */
export interface BuiltPage {
  /** Path of the page below the root of the site: `/edges/`. */
  path: string;
  html: string;
  ids: Set<string>;
  /** Every `href` and `src`, as written. */
  links: string[];
  /** Names of elements and attributes that would carry inline code or styles. */
  inline: string[];
  /** The text of its blocks of JSON-LD, which are data: a browser runs no part of them. */
  data: string[];
}

/** Reads every page of a built site. */
export function readPages(directory: string): BuiltPage[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(directory, file))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readPage(directory: string, file: string): BuiltPage {
  const html = readFileSync(join(directory, file), 'utf8');
  const page: BuiltPage = {
    path: `/${relative(directory, join(directory, file))
      .replaceAll(sep, '/')
      .replace(/index\.html$/, '')}`,
    html,
    ids: new Set(),
    links: [],
    inline: [],
    data: [],
  };
  let isInData = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      isInData = name === 'script' && attributes.type === 'application/ld+json';
      if (isInData) page.data.push('');
      if (attributes.id !== undefined) page.ids.add(attributes.id);
      for (const attribute of ['href', 'src']) {
        if (attributes[attribute] !== undefined) page.links.push(attributes[attribute]);
      }
      for (const attribute of Object.keys(attributes)) {
        if (attribute === 'style' || attribute.startsWith('on')) page.inline.push(`<${name} ${attribute}>`);
      }
      if (name === 'style' || (name === 'script' && attributes.src === undefined && !isInData)) {
        page.inline.push(`<${name}>`);
      }
    },
    ontext(text) {
      if (isInData) page.data.push(`${page.data.pop() ?? ''}${text}`);
    },
    onclosetag() {
      isInData = false;
    },
  });
  parser.end(html);
  return page;
}
