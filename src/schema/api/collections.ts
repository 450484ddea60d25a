import { entryCollectionNames, type CollectionName } from '../collections.ts';

/**
 * The collections that the API publishes, each as a list and entry by entry. Needs and routes are none of them: they say
 * something only together, and stand in the document `matrix`.
 */
export const apiCollectionNames = [
  ...entryCollectionNames,
  'samples',
  'sources',
  'rules',
] as const satisfies readonly CollectionName[];

export type ApiCollectionName = (typeof apiCollectionNames)[number];
