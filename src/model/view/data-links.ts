import type { ApiCollectionName } from '#schema/api/collections.ts';
import { entryCollectionNames, type EntryCollectionName } from '#schema/collections.ts';
import { renderBadgePath, renderCsvPath, renderDocumentPath, renderEntryDocumentPath } from '../api/paths.ts';
import { fixedRoutes, renderEntryPath, renderTwinPath } from '../routes.ts';
import { listFeedPaths } from './feed.ts';

/** A link from a page to the same thing for machines. */
export interface DataLink {
  title: string;
  path: string;
  /** Media type of what is there. */
  type: string;
}

const json = 'application/json';
const csv = 'text/csv';

/** The data behind the page of an entry. */
export function listEntryData(entry: { collection: ApiCollectionName; id: string }): DataLink[] {
  const page = renderEntryPath(entry);
  const claims = findClaims(entry.collection);
  const twin = { title: 'Markdown', path: renderTwinPath(page), type: 'text/markdown' };
  const document = { title: 'JSON', path: renderEntryDocumentPath(entry), type: json };
  if (claims === undefined) return [document, twin];
  return [
    document,
    twin,
    ...listFeeds(page),
    { title: 'Badge', path: renderBadgePath({ collection: claims, id: entry.id }), type: json },
  ];
}

/** The data behind the timeline. */
export function listChangesData(): DataLink[] {
  return [{ title: 'JSON', path: renderDocumentPath('events'), type: json }, ...listFeeds(fixedRoutes.home)];
}

function listFeeds(page: string): DataLink[] {
  const { atom, json: feed } = listFeedPaths(page);
  return [
    { title: 'Atom', path: atom, type: 'application/atom+xml' },
    { title: 'JSON Feed', path: feed, type: 'application/feed+json' },
  ];
}

/** The data behind the index of a collection. */
export function listCollectionData(collection: ApiCollectionName): DataLink[] {
  const claims = findClaims(collection);
  return [
    { title: 'JSON', path: renderDocumentPath(collection), type: json },
    ...(claims === undefined ? [] : [{ title: 'CSV', path: renderCsvPath(claims), type: csv }]),
  ];
}

/** The data behind the support matrix. */
export function listMatrixData(): DataLink[] {
  return [
    { title: 'JSON', path: renderDocumentPath('matrix'), type: json },
    { title: 'CSV', path: renderCsvPath('matrix'), type: csv },
  ];
}

function findClaims(collection: ApiCollectionName): EntryCollectionName | undefined {
  return entryCollectionNames.find((name) => name === collection);
}
