import { createApi, type Api } from '#model/api/api.ts';
import { getModel } from './astro.ts';
import { getFrame } from './site.ts';

let shared: Promise<Api> | undefined;

/** What the documents of the API are derived from, once a build; in `dev` anew for each, so that edits show. */
export function getApi(site: URL | undefined): Promise<Api> {
  if (import.meta.env.DEV) return readApi(site);
  shared ??= readApi(site);
  return shared;
}

async function readApi(site: URL | undefined): Promise<Api> {
  if (site === undefined) throw new RangeError('Unexpected lack of `site` in astro.config.mjs, expected the URL');
  return createApi(await getModel(), await getFrame(), { site: site.href, base: import.meta.env.BASE_URL });
}
