import { deriveAbsentName } from './absent-name.ts';
import type { Adapter } from './adapter.ts';
import { generic } from './generic.ts';
import { readQueryValue, replaceQueryValue } from './query-value.ts';
import { listVersionedUrls } from './versioned-docset.ts';

/** Pages of the InterSystems class reference: their identity is `LIBRARY` and `CLASSNAME` of the query. */
export const intersystemsDocumatic: Adapter = {
  ...generic,
  name: 'intersystems-documatic',
  claims: (url) => url.hostname === 'docs.intersystems.com' && /\/%25CSP\.Documatic\.cls$/i.test(url.pathname),
  deriveProbeUrl: (url) =>
    readQueryValue(url, 'CLASSNAME') === undefined
      ? undefined
      : replaceQueryValue(url, 'CLASSNAME', `Absent.${deriveAbsentName('CLASSNAME')}`),
  listFallbacks: (url) => (readQueryValue(url, 'CLASSNAME') === undefined ? [] : listVersionedUrls(url)),
  isHome: (url) => generic.isHome(url) || (readQueryValue(url, 'CLASSNAME') ?? '') === '',
};
