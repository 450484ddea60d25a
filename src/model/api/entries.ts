import { apiCollectionNames, type ApiCollectionName } from '#schema/api/collections.ts';
import type { Entries, Entry, EntryIn } from '../content.ts';

/** An entry that has a document of its own. */
export type ApiEntry = { [C in ApiCollectionName]: EntryIn<C> }[ApiCollectionName];

/** Every entry that has a document of its own, by collection. */
export function listApiEntries(entries: Entries): ApiEntry[] {
  return apiCollectionNames.flatMap((name): readonly ApiEntry[] => entries[name]);
}

export function isApiEntry(entry: Entry): entry is ApiEntry {
  return apiCollectionNames.some((name) => name === entry.collection);
}
