import { toString } from 'mdast-util-to-string';
import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { readIllustrative } from '#model/fence.ts';
import type { Place, Prose } from '#model/prose.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm, { singleTilde: false }).use(remarkMdx);

export type ProseResult = { prose: Prose } | { problem: { place: Place; reason: string } };

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** Parses an MDX file, front matter included so that places are those of the file. */
export function parseProse(text: string): ProseResult {
  let tree: Root;
  try {
    tree = parser.parse(text);
  } catch (error) {
    return { problem: describeSyntaxError(error) };
  }
  const lines = text.split('\n');
  const listColumns = (value: string, firstLine: number) =>
    value
      .split('\n')
      .slice(1)
      .map((part, index) => Math.max((lines[firstLine + index] ?? '').indexOf(part), 0) + 1);
  const prose: Mutable<Prose> = { links: [], headings: [], fences: [], elements: [], code: [], texts: [] };
  visit(tree, (node: Nodes) => {
    const place: Place = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
    switch (node.type) {
      case 'link':
      case 'image':
      case 'definition':
        prose.links.push({ url: node.url, place });
        break;
      case 'heading':
        prose.headings.push({ text: toString(node), depth: node.depth, place });
        break;
      case 'code':
        prose.fences.push({ language: node.lang ?? null, illustrative: readIllustrative(node.meta), place });
        break;
      case 'text':
        prose.texts.push({ value: node.value, place, columns: listColumns(node.value, place.line) });
        break;
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        prose.code.push({ source: node.value, place });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const attributes: Record<string, string | null> = {};
        for (const attribute of node.attributes) {
          if (attribute.type === 'mdxJsxAttribute') {
            attributes[attribute.name] = typeof attribute.value === 'string' ? attribute.value : null;
            if (typeof attribute.value === 'object' && attribute.value !== null) {
              prose.code.push({ source: `{${attribute.value.value}}`, place });
            }
          } else {
            prose.code.push({ source: `{${attribute.value}}`, place });
          }
        }
        prose.elements.push({ name: node.name ?? '', attributes, place });
        break;
      }
      default:
        break;
    }
  });
  return { prose };
}

function describeSyntaxError(error: unknown): { place: Place; reason: string } {
  const { reason, line, column } = error as { reason?: string; line?: number; column?: number };
  // An element that is not closed is found at the end of its paragraph; the reason says where it was opened.
  const opened = /closing tag for .*? \((\d+):(\d+)-/.exec(reason ?? '');
  return {
    place: { line: Number(opened?.[1] ?? line ?? 1), column: Number(opened?.[2] ?? column ?? 1) },
    reason: reason ?? (error instanceof Error ? error.message : String(error)),
  };
}
