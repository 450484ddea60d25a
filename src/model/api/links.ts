import type { ApiCollectionName } from '#schema/api/collections.ts';
import type { ClaimLinks, EntryReference, Links, OwnLinks, SourceReference } from '#schema/api/links.ts';
import type { ClaimEntry } from '../content.ts';
import { renderEntryPath, renderTwinPath } from '../routes.ts';
import { deriveCitationHealth } from '../view/citation-health.ts';
import { listFeedPaths } from '../view/feed.ts';
import type { Api } from './api.ts';
import type { ApiEntry } from './entries.ts';
import { renderBadgePath, renderEntryDocumentPath } from './paths.ts';
import { renderPlainText } from './rich-text.ts';

/** Where an entry can be read. */
export function deriveLinks({ urlOf }: Api, entry: { collection: ApiCollectionName; id: string }): Links {
  return { html: urlOf(renderEntryPath(entry)), json: urlOf(renderEntryDocumentPath(entry)) };
}

/** The same from the entry's own document. */
export function deriveOwnLinks(api: Api, entry: { collection: ApiCollectionName; id: string }): OwnLinks {
  return { ...deriveLinks(api, entry), markdown: api.urlOf(renderTwinPath(renderEntryPath(entry))) };
}

export function deriveClaimLinks(api: Api, entry: Pick<ClaimEntry, 'collection' | 'id'>): ClaimLinks {
  const { atom, json } = listFeedPaths(renderEntryPath(entry));
  return {
    ...deriveOwnLinks(api, entry),
    badge: api.urlOf(renderBadgePath(entry)),
    feed_atom: api.urlOf(atom),
    feed_json: api.urlOf(json),
  };
}

export function deriveEntryReference(api: Api, entry: ApiEntry): EntryReference {
  const { collection, id, data } = entry;
  return { collection, id, title: renderPlainText(data.title), links: deriveLinks(api, entry) };
}

/** A source by its id. One that is unknown keeps its id as title: the check reports it. */
export function deriveSourceReference(api: Api, id: string): SourceReference {
  const { model } = api;
  const source = model.findSource(id);
  return {
    id,
    title: renderPlainText(source?.title ?? id),
    publisher: source?.publisher ?? '',
    url: source?.url ?? null,
    locator: source?.locator ?? null,
    link_state: deriveCitationHealth(model, id)?.state ?? null,
    last_read_on: model.lastReadOf(id) ?? null,
    links: deriveLinks(api, { collection: 'sources', id }),
  };
}
