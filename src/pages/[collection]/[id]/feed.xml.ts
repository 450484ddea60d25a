import type { APIRoute, GetStaticPaths } from 'astro';
import { toUrl } from '#components/site-path.ts';
import { renderAtom } from '#feeds/atom.ts';
import type { Feed } from '#model/view/feed.ts';
import { getFeedPaths } from '#store/feeds.ts';

export const getStaticPaths = getFeedPaths satisfies GetStaticPaths;

/** The events of one entry as Atom 1.0. */
export const GET: APIRoute<{ feed: Feed }> = ({ props, site }) => {
  const text = renderAtom(props.feed, (path) => toUrl(path, site));
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
