import type { APIRoute } from 'astro';
import { toUrl } from '#components/site-path.ts';
import { renderAtom } from '#feeds/atom.ts';
import { deriveFeed } from '#model/view/feed.ts';
import { getModel } from '#store/astro.ts';
import { getFrame } from '#store/site.ts';

/** All events as Atom 1.0. */
export const GET: APIRoute = async ({ site }) => {
  const { dataAsOf } = await getFrame();
  const text = renderAtom(deriveFeed(await getModel(), dataAsOf), (path) => toUrl(path, site));
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
