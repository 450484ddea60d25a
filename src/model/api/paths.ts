import type { ApiCollectionName } from '#schema/api/collections.ts';
import type { EntryCollectionName } from '#schema/collections.ts';
import { renderEntryPath } from '../routes.ts';

const root = '/api/v1/';

/** The path of a document by its name: `index`, `edges`, `events`. */
export function renderDocumentPath(name: string): string {
  return `${root}${name}.json`;
}

/** The path of the document of an entry. */
export function renderEntryDocumentPath({ collection, id }: { collection: ApiCollectionName; id: string }): string {
  return `${root}${collection}/${id}.json`;
}

/** The path of a schema by its name. */
export function renderSchemaPath(name: string): string {
  return `${root}schema/${name}.json`;
}

/** The path of a collection of claims, or of the support matrix, as CSV. */
export function renderCsvPath(name: EntryCollectionName | 'matrix'): string {
  return `${root}${name}.csv`;
}

/** The path of the badge of an entry that makes claims. It stands beside the page, and stays for ever like it. */
export function renderBadgePath(entry: { collection: EntryCollectionName; id: string }): string {
  return `${renderEntryPath(entry)}badge.json`;
}
