import type { Element, ElementContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { hastToHtml } from 'shiki/core';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Where a page's text stands in the page that takes it in. */
export interface Place {
  number: string;
  anchor: string;
}

export interface Embedding {
  /** The place of the text itself: its ids and the names of its regions begin with it. */
  place: Place;
  /** By how many levels its headings move down. */
  levels: number;
  /** The places of other pages that were taken in too, by their root-relative paths. */
  places: ReadonlyMap<string, Place>;
  /** Path the site is served under. */
  base: string;
}

const parser = unified().use(rehypeParse, { fragment: true });

/**
 * Makes the rendered prose of one page a part of a longer one. Headings move down and keep an id, made unique, where
 * the text itself leads to them, and links to
 * pages that are parts too stay inside and say the number: "[asyncio in IoP (3.5)]". Regions become groups, because a
 * hundred landmarks would hide the chapters, and code loses its colours, because there is a sheet of paper at the end.
 */
export function embedProse(html: string, { place, levels, places, base }: Embedding): string {
  const tree = parser.parse(html);
  const root = base.replace(/\/$/, '');
  const ownIds = new Set<string>();
  const wanted = new Set<string>();
  visit(tree, 'element', ({ tagName, properties: { id, href } }) => {
    if (/^h[1-6]$/.test(tagName) && typeof id === 'string') ownIds.add(id);
    if (typeof href === 'string' && href.startsWith('#')) wanted.add(href.slice(1));
  });
  visit(tree, 'element', (node, index, parent) => {
    const { tagName, properties } = node;
    if (/^h[1-6]$/.test(tagName)) {
      node.tagName = `h${Math.min(Number(tagName.slice(1)) + levels, 6)}`;
      const { id } = properties;
      if (typeof id === 'string' && wanted.has(id)) properties.id = `${place.anchor}--${id}`;
      else delete properties.id;
    } else if (tagName === 'a' && typeof properties.href === 'string') {
      leadInside(node, properties.href);
    } else if (tagName === 'section' && typeof properties.ariaLabel === 'string') {
      node.tagName = 'div';
      properties.role = 'group';
      properties.ariaLabel = `${place.number} ${properties.ariaLabel}`;
    } else if (isToken(node) && parent !== undefined && index !== undefined) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    return undefined;
  });
  return hastToHtml(tree);

  function leadInside({ properties, children }: Element, href: string): void {
    const [path = '', fragment] = href.split('#');
    if (path === '') {
      if (fragment !== undefined && ownIds.has(fragment)) properties.href = `#${place.anchor}--${fragment}`;
      return;
    }
    const target = href.startsWith(`${root}/`) ? places.get(path.slice(root.length)) : undefined;
    if (target === undefined) return;
    properties.href = `#${target.anchor}`;
    children.push({ type: 'text', value: `\u00A0(${target.number})` } satisfies ElementContent);
  }
}

/** Whether an element does nothing but colour a piece of code. */
function isToken({ tagName, properties }: Element): boolean {
  return tagName === 'span' && [properties.className].flat().some((name) => String(name).startsWith('tok-'));
}
