/** One page of a long list, and the way to its other pages. */
export interface ListPage<T> {
  path: string;
  /** From 1. */
  number: number;
  items: readonly T[];
  /** All pages of the list, this one too. */
  pages: readonly { number: number; path: string }[];
}

/** Cuts a list into pages of `size` items. The first one has the path itself, and is there for an empty list too. */
export function paginate<T>(items: readonly T[], size: number, path: string): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const pages = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    path: renderPagePath(path, index + 1),
  }));
  return pages.map((page, index) => ({ ...page, items: items.slice(index * size, (index + 1) * size), pages }));
}

/** The path of a page of a list, from 1: the first one has the path of the list. */
export function renderPagePath(path: string, number: number): string {
  return number === 1 ? path : `${path}${number}/`;
}

/** The title of a page of a list: only the first one has the plain one. */
export function renderPageTitle(title: string, { number, pages }: Pick<ListPage<unknown>, 'number' | 'pages'>): string {
  return number === 1 ? title : `${title}, page ${number} of ${pages.length}`;
}
