import type { Element, ElementContent, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';

/** Whether a node is an element of the name. */
export function isElement(node: ElementContent | undefined, tagName: string): node is Element {
  return node?.type === 'element' && node.tagName === tagName;
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** The first element below a node that passes the test, in the order of the document. */
export function findElement(root: Root | Element, test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(root, 'element', (element) => {
    if (element === root || !test(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

export function createElement(tagName: string, children: ElementContent[], properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}

export function createText(value: string): ElementContent {
  return { type: 'text', value };
}
