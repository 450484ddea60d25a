import type { ClaimEntry } from '#model/content.ts';
import { deriveEntryFeeds, type Feed } from '#model/view/feed.ts';
import { getModel } from './astro.ts';
import { getFrame } from './site.ts';

let shared: Promise<{ entry: ClaimEntry; feed: Feed }[]> | undefined;

/**
 * The pages that hold the feeds of entries, as `getStaticPaths` gives them. The feeds are derived once a build for both
 * formats; in `dev` anew for each, so that edits show. The list is a new one each time: Astro keeps notes on it.
 */
export async function getFeedPaths(): Promise<{ params: { collection: string; id: string }; props: { feed: Feed } }[]> {
  const feeds = await (import.meta.env.DEV ? readFeeds() : (shared ??= readFeeds()));
  return feeds.map(({ entry, feed }) => ({
    params: { collection: entry.collection, id: entry.id },
    props: { feed },
  }));
}

async function readFeeds(): Promise<{ entry: ClaimEntry; feed: Feed }[]> {
  const { dataAsOf } = await getFrame();
  return deriveEntryFeeds(await getModel(), dataAsOf);
}
