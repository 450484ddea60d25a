import type { APIRoute } from 'astro';
import { toUrl } from '#components/site-path.ts';
import { renderJsonFeed } from '#feeds/json-feed.ts';
import { deriveFeed } from '#model/view/feed.ts';
import { getModel } from '#store/astro.ts';
import { getFrame } from '#store/site.ts';

/** All events as JSON Feed 1.1. */
export const GET: APIRoute = async ({ site }) => {
  const { dataAsOf } = await getFrame();
  const text = renderJsonFeed(deriveFeed(await getModel(), dataAsOf), (path) => toUrl(path, site));
  return new Response(text, { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
