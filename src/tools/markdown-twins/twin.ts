import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { collectionNames } from '#schema/collections.ts';
import { findElement } from './elements.ts';
import { prepareContent } from './prepare.ts';
import { renderTwinLink } from './twin-link.ts';

const parser = unified().use(rehypeParse).freeze();
const toMarkdown = unified().use(rehypeRemark).freeze();
const writer = unified()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', fences: true, listItemIndent: 'one' })
  .freeze();

/**
 * Renders the Markdown twin of a built page: front matter from its head, text from its `<main>`.
 * `path` is the page's, below the base path (`/edges/x/`). Undefined for a page without a `<main>`.
 */
export function renderTwin(html: string, path: string, base: string): string | undefined {
  const tree = parser.parse(html);
  const main = findElement(tree, ({ tagName }) => tagName === 'main');
  if (main === undefined) return undefined;
  const title = toString(findElement(main, ({ tagName }) => tagName === 'h1') ?? main)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const frontMatter = stringify({ title, ...readHead(tree, path) }, { lineWidth: 0 });
  prepareContent(main, (href) => renderTwinLink(href, path, base));
  const markdown = toMarkdown.runSync({ type: 'root', children: main.children } satisfies Root);
  return `---\n${frontMatter}---\n\n${writer.stringify(markdown)}`;
}

function readHead(tree: Root, path: string): Record<string, string> {
  const head = findElement(tree, ({ tagName }) => tagName === 'head') ?? tree;
  const readMeta = (name: string) =>
    findElement(head, ({ tagName, properties }) => tagName === 'meta' && properties.name === name)?.properties.content;
  const canonical = findElement(head, ({ properties: { rel } }) => Array.isArray(rel) && rel.includes('canonical'));
  const [, folder, id] = path.split('/');
  const fields = {
    summary: readMeta('description'),
    url: canonical?.properties.href,
    data_as_of: readMeta('data-as-of'),
    collection: id ? collectionNames.find((name) => name === folder) : undefined,
    status: readMeta('status'),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
