import { collectionNames, type CollectionName } from '#schema/collections.ts';
import { cellStatuses, type CellStatus } from '#schema/need.ts';
import type { Entries } from './content.ts';
import { listHistoryRoutes } from './history-routes.ts';

/** Pages that are no collection and no entry. Paths are root-relative, without the base path. */
export const fixedRoutes = {
  home: '/',
  gotchas: '/gotchas/',
  about: '/about/',
  contributing: '/contributing/',
  fields: '/fields/',
  linkHealth: '/link-health/',
  matrix: '/matrix/',
  changes: '/changes/',
  corrections: '/corrections/',
  asOf: '/as-of/',
  reviews: '/reviews/',
  audiences: '/for/',
  search: '/search/',
  api: '/api/',
  report: '/report/',
} as const;

/** Collections whose entries are parts of the support matrix: their index is the matrix itself. */
const matrixCollections: ReadonlySet<CollectionName> = new Set(['needs', 'routes']);

/** Readers with a page composed for them, in the order of the index. */
export const audienceNames = ['builders', 'product-team', 'architects', 'contributors'] as const;

export type AudienceName = (typeof audienceNames)[number];

/** The path of the page of an audience. */
export function renderAudiencePath(name: AudienceName): string {
  return `${fixedRoutes.audiences}${name}/`;
}

/** The path of a collection's index. */
export function renderIndexPath(collection: CollectionName): string {
  return matrixCollections.has(collection) ? fixedRoutes.matrix : `/${collection}/`;
}

/** The path of an entry's page. */
export function renderEntryPath({ collection, id }: { collection: CollectionName; id: string }): string {
  const base = matrixCollections.has(collection) ? fixedRoutes.matrix : '/';
  return `${base}${collection}/${id}/`;
}

/** The path of the cells of the matrix that have one status. */
export function renderCellStatusPath(status: CellStatus): string {
  return `${fixedRoutes.matrix}statuses/${status}/`;
}

/** The path of the Markdown twin of a page: `/edges/x/` has `/edges/x/index.md`. */
export function renderTwinPath(page: string): string {
  return `${page}index.md`;
}

/** Every path the site has. */
export function listRoutes(entries: Entries): string[] {
  const paths = [
    ...Object.values(fixedRoutes),
    ...audienceNames.map(renderAudiencePath),
    ...collectionNames.flatMap((name) => [renderIndexPath(name), ...entries[name].map(renderEntryPath)]),
    ...listHistoryRoutes(entries),
    ...cellStatuses.map(renderCellStatusPath),
  ];
  return [...new Set(paths)];
}
