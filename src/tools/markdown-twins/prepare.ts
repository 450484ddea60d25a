import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { listDefinitions } from './definitions.ts';
import { createElement, createText, findElement, hasClass, isElement } from './elements.ts';
import { setApart } from './set-apart.ts';

/** Ways around the site, controls and code: nothing to read. */
const chromeTags = new Set(['nav', 'script', 'style', 'template', 'button', 'form', 'select', 'input', 'progress']);
const chromeClasses = ['edit', 'needs-script'];

/**
 * Prepares the content of a page for Markdown, in place: takes out what is for a screen only, and writes in words or plain
 * elements what Markdown has no form for. `toTwinLink` turns the links.
 */
export function prepareContent(main: Element, toTwinLink: (href: string) => string): void {
  visit(main, 'element', (element) => {
    element.children = element.children.filter((child) => child.type !== 'element' || !isChrome(child));
  });
  const sources = listSources(main);
  visit(main, 'element', (element) => {
    if (element.tagName === 'svg') describeDrawing(element);
    else if (element.tagName === 'pre') markLanguage(element);
    else if (element.tagName === 'dl') {
      element.tagName = 'ul';
      element.children = listDefinitions(element);
    } else if (element.tagName === 'sup' && hasClass(element, 'cite')) leadToSource(element, sources);
    else if (element.tagName === 'a' && typeof element.properties.href === 'string') {
      element.properties.href = toTwinLink(element.properties.href);
    }
    setApart(element);
  });
}

function isChrome(element: Element): boolean {
  const { hidden, ariaHidden } = element.properties;
  return (
    chromeTags.has(element.tagName) ||
    hidden === true ||
    ariaHidden === 'true' ||
    chromeClasses.some((name) => hasClass(element, name))
  );
}

/** Where the items of the list of sources lead, by the anchor of the item. */
function listSources(main: Element): Map<string, string> {
  const sources = new Map<string, string>();
  visit(main, 'element', (item) => {
    const { id } = item.properties;
    if (item.tagName !== 'li' || typeof id !== 'string' || !id.startsWith('source-')) return;
    const href = findElement(item, ({ tagName }) => tagName === 'a')?.properties.href;
    if (typeof href === 'string') sources.set(`#${id}`, href);
  });
  return sources;
}

/** A mark in the prose leads to the list at the foot of its page; in a twin it leads to the page of the source. */
function leadToSource(cite: Element, sources: ReadonlyMap<string, string>): void {
  const mark = cite.children.find((child) => isElement(child, 'a'));
  if (mark === undefined) return;
  const { href } = mark.properties;
  cite.tagName = 'span';
  if (typeof href === 'string') mark.properties = { href: sources.get(href) ?? href };
  mark.children = [createText(`source ${toString(mark)}`)];
}

/** A drawing is its title and its description. */
function describeDrawing(drawing: Element): void {
  const [title, description] = ['title', 'desc'].map((name) => {
    const part = findElement(drawing, ({ tagName }) => tagName === name);
    return part && toString(part).replaceAll(/\s+/g, ' ').trim();
  });
  const text = [title && `Diagram: ${title.replace(/\.$/, '')}.`, description].filter(Boolean).join(' ');
  Object.assign(drawing, createElement('p', text === '' ? [] : [createText(text)]));
}

/** Highlighted code becomes plain code that says its language. */
function markLanguage(block: Element): void {
  const { dataLanguage } = block.properties;
  const className = typeof dataLanguage === 'string' ? [`language-${dataLanguage}`] : [];
  block.children = [createElement('code', [createText(toString(block))], { className })];
}
