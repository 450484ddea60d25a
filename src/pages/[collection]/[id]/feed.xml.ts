import type { APIRoute, GetStaticPaths } from 'astro';
import { toUrl } from '#components/site-path.ts';
import { renderAtom } from '#feeds/atom.ts';
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

/** The events of one entry as Atom 1.0. */
export const GET: APIRoute<{ feed: Feed }> = ({ props, site }) => {
  const text = renderAtom(props.feed, (path) => toUrl(path, site));
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
