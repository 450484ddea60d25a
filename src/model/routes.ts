import { collectionNames, type CollectionName } from '#schema/collections.ts';
import type { Entries } from './content.ts';

/** Pages that are no collection and no entry. Paths are root-relative, without the base path. */
export const fixedRoutes = {
  home: '/',
  gotchas: '/gotchas/',
  about: '/about/',
  contributing: '/contributing/',
  fields: '/fields/',
  linkHealth: '/link-health/',
} as const;

/** The path of a collection's index. */
export function renderIndexPath(collection: CollectionName): string {
  return `/${collection}/`;
}

/** The path of an entry's page. */
export function renderEntryPath({ collection, id }: { collection: CollectionName; id: string }): string {
  return `/${collection}/${id}/`;
}

/** Every path the site has. */
export function listRoutes(entries: Entries): string[] {
  return [
    ...Object.values(fixedRoutes),
    ...collectionNames.flatMap((name) => [renderIndexPath(name), ...entries[name].map(renderEntryPath)]),
  ];
}
