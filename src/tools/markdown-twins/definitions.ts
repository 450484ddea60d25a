import type { Element, ElementContent } from 'hast';
import { createElement, createText, isElement } from './elements.ts';

/** The items of a definition list as items of a plain one: the term in bold, what defines it behind or, if several, below. */
export function listDefinitions(list: Element): Element[] {
  const parts = list.children.flatMap((child) => (isElement(child, 'div') ? child.children : [child]));
  const groups: { terms: Element[]; definitions: Element[] }[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (isElement(part, 'dt')) {
      if (last?.definitions.length === 0) last.terms.push(part);
      else groups.push({ terms: [part], definitions: [] });
    } else if (isElement(part, 'dd')) last?.definitions.push(part);
  }
  return groups.map(({ terms, definitions }) => {
    const term = createElement('strong', [...terms.flatMap(({ children }) => trim(children)), createText(':')]);
    const items = definitions.map(({ children }) => createElement('li', children));
    const body = items[1] === undefined ? (items[0]?.children ?? []) : [createElement('ul', items)];
    return createElement('li', [term, createText(' '), ...body]);
  });
}

/** Without the spaces of the layout before and after, which would keep `**` from closing. */
function trim(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child, index): ElementContent => {
    if (child.type !== 'text') return child;
    const start = index === 0 ? child.value.trimStart() : child.value;
    return createText(index === children.length - 1 ? start.trimEnd() : start);
  });
}
