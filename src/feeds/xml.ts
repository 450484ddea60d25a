import { escapeMarkup } from './escape.ts';

/** An XML element: its name, its attributes, and its text or its elements. */
export interface XmlElement {
  name: string;
  attributes?: Record<string, string>;
  content?: string | readonly XmlElement[];
}

/** Renders a document, an element a line. Names are the caller's; every value is escaped. */
export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${renderElement(root, '')}`;
}

function renderElement({ name, attributes = {}, content = '' }: XmlElement, indent: string): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeMarkup(value)}"`)].join(' ');
  if (content === '') return `${indent}<${open}/>\n`;
  if (typeof content === 'string') return `${indent}<${open}>${escapeMarkup(content)}</${name}>\n`;
  const children = content.map((child) => renderElement(child, `${indent}  `)).join('');
  return `${indent}<${open}>\n${children}${indent}</${name}>\n`;
}
