import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Puts each table into a region of its own that scrolls and takes the focus, so that a page never scrolls sideways, and
 * names these regions and those of code after the heading they stand under. No two on a page share a name.
 */
export function rehypeRegions() {
  return (tree: Root) => {
    const names = new Map<string, number>();
    let heading = '';
    const name = (kind: string): string => {
      const wanted = heading === '' ? kind : `${kind}: ${heading}`;
      const count = (names.get(wanted) ?? 0) + 1;
      names.set(wanted, count);
      return count === 1 ? wanted : `${wanted} (${count})`;
    };
    visit(tree, 'element', (node, index, parent) => {
      if (/^h[2-4]$/.test(node.tagName)) heading = toString(node);
      if (isCodeRegion(node)) node.properties.ariaLabel = name(String(node.properties.ariaLabel));
      if (node.tagName !== 'table' || index === undefined || parent === undefined) return undefined;
      visit(node, 'element', nameColumns);
      parent.children[index] = {
        type: 'element',
        tagName: 'section',
        properties: { className: ['table-region'], tabIndex: 0, ariaLabel: name('Table') },
        children: [node],
      };
      return SKIP;
    });
  };
}

function isCodeRegion({ tagName, properties }: Element): boolean {
  return tagName === 'section' && properties.class === 'code-region';
}

function nameColumns(cell: Element): void {
  if (cell.tagName !== 'th') return;
  // Markdown heads every column; a head without words would be announced as an empty one.
  if (toString(cell).trim() === '') cell.tagName = 'td';
  else cell.properties.scope = 'col';
}
