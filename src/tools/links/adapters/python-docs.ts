import type { Adapter } from './adapter.ts';
import { generic } from './generic.ts';
import { parseSphinxInventory } from './sphinx-inventory.ts';

/** The documentation of Python, which lists every anchor it has. */
export const pythonDocs: Adapter = {
  ...generic,
  name: 'python-docs',
  claims: (url) => url.hostname === 'docs.python.org',
  isHome: (url) => generic.isHome(url) || /^\/(?:[a-z-]{2,5}\/)?[\d.]+\/(?:index\.html)?$/.test(url.pathname),
  deriveInventoryUrl(url) {
    const root = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:\d+(?:\.\d+)?|dev)\//.exec(url.pathname)?.[0];
    return root === undefined ? undefined : `${url.origin}${root}objects.inv`;
  },
  parseInventory(bytes) {
    const entries = parseSphinxInventory(bytes);
    return entries === undefined ? undefined : { kind: 'sphinx', entries };
  },
};
