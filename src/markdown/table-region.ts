import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Puts each table into a region of its own that scrolls, takes the focus and has a name, so that a page never scrolls sideways. */
export function rehypeTableRegion() {
  return (tree: Root) => {
    let heading = '';
    let count = 0;
    visit(tree, 'element', (node, index, parent) => {
      if (/^h[2-4]$/.test(node.tagName)) heading = toString(node);
      if (node.tagName !== 'table' || index === undefined || parent === undefined) return undefined;
      count += 1;
      visit(node, 'element', (cell) => {
        if (cell.tagName !== 'th') return;
        // Markdown heads every column; a head without words would be announced as an empty one.
        if (toString(cell).trim() === '') cell.tagName = 'td';
        else cell.properties.scope = 'col';
      });
      const region: Element = {
        type: 'element',
        tagName: 'section',
        properties: {
          className: ['table-region'],
          tabIndex: 0,
          ariaLabel: `Table ${count}${heading === '' ? '' : `: ${heading}`}`,
        },
        children: [node],
      };
      parent.children[index] = region;
      return SKIP;
    });
  };
}
