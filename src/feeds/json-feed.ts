import { escapeControls } from '#report/inert.ts';
import type { Feed } from '#model/view/feed.ts';
import { renderItemHtml, type ToUrl } from './item-html.ts';
import { renderItemId } from './item-id.ts';
import { renderTime } from './time.ts';

/** Renders a feed as JSON Feed 1.1, with the same items under the same ids as in Atom. */
export function renderJsonFeed(feed: Feed, toUrl: ToUrl): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: escapeControls(feed.title),
    home_page_url: toUrl(feed.path),
    feed_url: toUrl(feed.paths.json),
    description: feed.description,
    language: 'en',
    authors: [{ name: 'Async Python on InterSystems IRIS', url: toUrl('/') }],
    items: feed.items.map((item) => ({
      id: renderItemId(item.key),
      url: toUrl(item.path),
      title: escapeControls(item.title),
      content_html: renderItemHtml(item, toUrl),
      date_published: renderTime(item.on),
      tags: [item.kind.id, item.collection.id],
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
