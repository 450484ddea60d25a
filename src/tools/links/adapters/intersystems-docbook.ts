import { deriveAbsentName } from './absent-name.ts';
import type { Adapter } from './adapter.ts';
import { generic } from './generic.ts';
import { readQueryValue, replaceQueryValue } from './query-value.ts';
import { listVersionedUrls } from './versioned-docset.ts';

/** Pages of the InterSystems documentation: their identity is the `KEY` of the query. */
export const intersystemsDocbook: Adapter = {
  ...generic,
  name: 'intersystems-docbook',
  claims: (url) => url.hostname === 'docs.intersystems.com',
  // Made-up paths have served real pages there, so only a key can be made up.
  deriveProbeUrl: (url) =>
    readQueryValue(url, 'KEY') === undefined
      ? undefined
      : replaceQueryValue(url, 'KEY', deriveAbsentName('KEY').toUpperCase()),
  listFallbacks: (url) => (readQueryValue(url, 'KEY') === undefined ? [] : listVersionedUrls(url)),
  isHome: (url) =>
    generic.isHome(url) ||
    (/\/DocBook\.UI\.[\w.]+\.cls$/i.test(url.pathname) && (readQueryValue(url, 'KEY') ?? '') === ''),
};
