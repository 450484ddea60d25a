import { deriveAbsentName } from './absent-name.ts';
import type { Adapter } from './adapter.ts';

const home = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|default|home)(?:\.\w{1,5})?\/?)?$/i;

/** A site about which nothing particular is known. */
export const generic: Adapter = {
  name: 'generic',
  claims: () => true,
  deriveRequestUrl: (url) => url.href,
  derivePublicUrl: (url) => url.href,
  deriveProbeUrl(url) {
    const [, folder = '/', extension = '', slash = ''] =
      /^(.*\/)[^/]+?(\.[a-z0-9]{1,5})?(\/?)$/i.exec(url.pathname) ?? [];
    return `${url.origin}${folder}${deriveAbsentName(url.origin + folder)}${extension}${slash}`;
  },
  listFallbacks: () => [],
  isHome: (url) => home.test(url.pathname) && url.search === '',
  listAnchorNames: (fragment) => [fragment],
  deriveInventoryUrl: () => undefined,
  parseInventory: () => undefined,
};
