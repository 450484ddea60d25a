import type {
  Blockquote,
  BlockContent,
  Heading,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
  Text,
} from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

// Builders of Markdown as a tree: what is text stays text, whatever characters it has.

const writer = unified().use(remarkStringify, { bullet: '-', emphasis: '_', listItemIndent: 'one' }).freeze();

export function renderMarkdown(children: RootContent[]): string {
  return writer.stringify({ type: 'root', children });
}

export function heading(depth: Heading['depth'], ...children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

export function quote(value: string): Blockquote {
  return { type: 'blockquote', children: [paragraph(text(value))] };
}

export function list(items: BlockContent[][]): List {
  return {
    type: 'list',
    spread: false,
    children: items.map((children) => ({ type: 'listItem', spread: false, children })),
  };
}

export function link(url: string, value: string): Link {
  return { type: 'link', url, children: [text(value)] };
}

export function strong(value: string): Strong {
  return { type: 'strong', children: [text(value)] };
}

export function text(value: string): Text {
  return { type: 'text', value };
}
