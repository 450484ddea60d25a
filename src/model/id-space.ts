import type { CollectionName } from '#schema/collections.ts';

/** Collections whose ids are never looked for among those of others. */
const ownSpaces: ReadonlySet<CollectionName> = new Set(['needs', 'routes', 'sources', 'rules']);

/** The name of the space in which an id of the collection names one file: samples and all that makes claims share one. */
export function nameIdSpace(collection: CollectionName): string {
  return ownSpaces.has(collection) ? collection : 'entries';
}
