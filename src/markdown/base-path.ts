import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Puts the site's base path before links that are written from the root, so that prose need not know where it is served. */
export function rehypeBasePath({ base }: { base: string }) {
  const prefix = base.replace(/\/$/, '');
  return (tree: Root) => {
    visit(tree, 'element', ({ properties }) => {
      if (typeof properties.href === 'string' && /^\/(?!\/)/.test(properties.href)) {
        properties.href = prefix + properties.href;
      }
    });
  };
}
