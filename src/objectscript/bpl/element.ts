import { XmlElement, XmlText, type XmlNode } from 'libxml2-wasm';

/** An element of a parsed document, copied out of the memory of the parser. */
export interface Element {
  name: string;
  line: number;
  attributes: Map<string, string>;
  /** Its own text and that of the CDATA sections directly in it. */
  text: string;
  children: Element[];
  parent?: Element;
}

/** Copies an element with everything in it. The parser refuses documents deeper than 256 levels. */
export function copyElement(source: XmlElement, parent?: Element): Element {
  const element: Element = {
    name: source.name,
    line: source.line,
    attributes: new Map(source.attrs.map(({ name, value }) => [name, value])),
    text: '',
    children: [],
    parent,
  };
  for (let node: XmlNode | null = source.firstChild; node !== null; node = nextOf(node)) {
    if (node instanceof XmlElement) element.children.push(copyElement(node, element));
    else if (node instanceof XmlText || node.constructor.name === 'XmlCData') element.text += node.content;
  }
  return element;
}

function nextOf(node: XmlNode): XmlNode | null {
  return 'next' in node ? (node.next as XmlNode | null) : null;
}

/** An element and everything in it, in the order of the text. */
export function* walk(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

/** The elements around an element, from the inside. */
export function* listParents({ parent }: Element): Generator<Element> {
  for (let at = parent; at !== undefined; at = at.parent) yield at;
}
