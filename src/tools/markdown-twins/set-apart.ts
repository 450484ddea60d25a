import type { Element, ElementContent } from 'hast';
import { createText, hasClass } from './elements.ts';

/** What the style sheet sets apart from the text before it, and Markdown has to set apart by punctuation. */
type Between = readonly [before: string, after: string];

const parentheses: Between = [' (', ')'];
const colon: Between = [': ', ''];
const comma: Between = [', ', ''];
const dash: Between = [' – ', ''];
const quotes: Between = [' “', '”'];

function findBetween(element: Element, parent: Element): Between | undefined {
  if (element.tagName === 'q') return quotes;
  if (element.tagName !== 'span') return undefined;
  if (hasClass(element, 'note')) return parentheses;
  if (hasClass(element, 'summary')) return dash;
  if (hasClass(element, 'step')) return colon;
  const isMark = hasClass(element, 'mark');
  if (isMark || hasClass(element, 'kind')) {
    if (hasClass(parent, 'entry-link')) return parentheses;
    if (parent.tagName === 'h3') return isMark ? colon : parentheses;
    if (hasClass(parent, 'kind')) return colon;
  }
  if (hasClass(element, 'verdict-line') || hasClass(parent, 'counts')) return comma;
  return undefined;
}

/** Writes the punctuation around the children of an element that need it. What stands first needs none before it. */
export function setApart(parent: Element): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    const isFirst = !children.some(
      (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
    );
    const between = child.type === 'element' ? findBetween(child, parent) : undefined;
    if (between === undefined) {
      children.push(child);
      continue;
    }
    trimEnd(children.at(-1));
    if (child.type === 'element') trimEdges(child);
    const [before, after] = between;
    // What stands first has nothing to be set apart from; a quotation keeps its marks.
    if (isFirst && between !== quotes) children.push(child);
    else children.push(createText(isFirst ? before.trimStart() : before), child, createText(after));
  }
  parent.children = children;
}

function trimEdges({ children }: Element): void {
  const [first] = children;
  if (first?.type === 'text') first.value = first.value.trimStart();
  trimEnd(children.at(-1));
}

function trimEnd(node: ElementContent | undefined): void {
  if (node?.type === 'text') node.value = node.value.trimEnd();
}
