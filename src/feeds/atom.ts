import { escapeControls } from '#report/inert.ts';
import type { Feed, FeedItem } from '#model/view/feed.ts';
import { renderItemHtml, type ToUrl } from './item-html.ts';
import { renderItemId } from './item-id.ts';
import { renderTime } from './time.ts';
import { renderXml, type XmlElement } from './xml.ts';

/** Renders a feed as Atom 1.0 (RFC 4287), marked as complete (RFC 5005, section 2) where it is. */
export function renderAtom(feed: Feed, toUrl: ToUrl): string {
  return renderXml({
    name: 'feed',
    attributes: {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:fh': 'http://purl.org/syndication/history/1.0',
      'xml:lang': 'en',
    },
    content: [
      { name: 'id', content: renderItemId(feed.paths.atom) },
      { name: 'title', content: escapeControls(feed.title) },
      { name: 'subtitle', content: feed.description },
      { name: 'updated', content: renderTime(feed.updatedOn) },
      { name: 'author', content: [{ name: 'name', content: 'Async Python on InterSystems IRIS' }] },
      { name: 'rights', content: 'CC BY 4.0' },
      renderLink('self', 'application/atom+xml', toUrl(feed.paths.atom)),
      renderLink('alternate', 'text/html', toUrl(feed.path)),
      ...(feed.isComplete ? [{ name: 'fh:complete' }] : []),
      ...feed.items.map((item) => renderEntry(item, toUrl)),
    ],
  });
}

function renderEntry(item: FeedItem, toUrl: ToUrl): XmlElement {
  const { key, title, on, path, kind, collection } = item;
  return {
    name: 'entry',
    content: [
      { name: 'id', content: renderItemId(key) },
      { name: 'title', content: escapeControls(title) },
      { name: 'published', content: renderTime(on) },
      { name: 'updated', content: renderTime(on) },
      renderLink('alternate', 'text/html', toUrl(path)),
      { name: 'category', attributes: { term: kind.id, label: kind.word } },
      { name: 'category', attributes: { term: collection.id, label: collection.word } },
      { name: 'content', attributes: { type: 'html' }, content: renderItemHtml(item, toUrl) },
    ],
  };
}

function renderLink(rel: string, type: string, href: string): XmlElement {
  return { name: 'link', attributes: { rel, type, href } };
}
