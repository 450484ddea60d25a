import type { CollectionName } from '#schema/collections.ts';
import { listEntries, type Content } from '../content.ts';

/** A file of a collection, whether or not its content could be read. */
export interface ContentFile {
  collection: CollectionName;
  id: string;
  file: string;
}

/** All files of all collections, in the order of their paths. */
export function listFiles(content: Content): ContentFile[] {
  return [...listEntries(content), ...content.broken].toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
