import type { APIRoute, GetStaticPaths } from 'astro';
import { toUrl } from '#components/site-path.ts';
import { renderJsonFeed } from '#feeds/json-feed.ts';
import type { Feed } from '#model/view/feed.ts';
import { getFeedPaths } from '#store/feeds.ts';

export const getStaticPaths = getFeedPaths satisfies GetStaticPaths;

/** The events of one entry as JSON Feed 1.1. */
export const GET: APIRoute<{ feed: Feed }> = ({ props, site }) => {
  const text = renderJsonFeed(props.feed, (path) => toUrl(path, site));
  return new Response(text, { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
