import type { APIRoute, GetStaticPaths } from 'astro';
import { toUrl } from '#components/site-path.ts';
import { renderJsonFeed } from '#feeds/json-feed.ts';
import { deriveEntryFeeds, type Feed } from '#model/view/feed.ts';
import { getModel } from '#store/astro.ts';
import { getFrame } from '#store/site.ts';

export const getStaticPaths = (async () => {
  const { dataAsOf } = await getFrame();
  return deriveEntryFeeds(await getModel(), dataAsOf).map(({ entry, feed }) => ({
    params: { collection: entry.collection, id: entry.id },
    props: { feed },
  }));
}) satisfies GetStaticPaths;

/** The events of one entry as JSON Feed 1.1. */
export const GET: APIRoute<{ feed: Feed }> = ({ props, site }) => {
  const text = renderJsonFeed(props.feed, (path) => toUrl(path, site));
  return new Response(text, { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
