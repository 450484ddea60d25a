/** What Pagefind knows of one page. */
export interface PageData {
  url: string;
  /** The text of the page with `<` and `>` as references, matches in `<mark>`. */
  excerpt: string;
  /** The whole text of the page. */
  content: string;
  meta: Partial<Record<'title' | 'kind' | 'word' | 'shape' | 'verification' | 'assessed', string>>;
}

/** A page found, still to be loaded. */
export interface Finding {
  id: string;
  data: () => Promise<PageData>;
}

/** The part of Pagefind's interface that is used: https://pagefind.app/docs/api/. */
export interface Pagefind {
  /** Finds pages, the best first; without a query all. */
  search: (query: string | null) => Promise<{ results: Finding[] }>;
}

interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => Pagefind & { init: () => Promise<void> };
}

/**
 * The title counts, and a short page a little, not so much that a source comes before all that is said of it. What else
 * results show is not searched.
 */
export const ranking = {
  pageLength: 0.3,
  metaWeights: { title: 2, collection: 0, status: 0, kind: 0, word: 0, shape: 0, verification: 0, assessed: 0 },
};

/** Loads Pagefind and what it needs for any search, from the folder at `path`. */
export async function loadPagefind(path: string): Promise<Pagefind> {
  const { createInstance } = (await import(/* @vite-ignore */ `${path}pagefind.js`)) as PagefindModule;
  // The policy of the page allows Pagefind no worker. The index is small enough to search between two frames.
  const pagefind = createInstance({
    basePath: path,
    baseUrl: path.replace(/pagefind\/$/, ''),
    noWorker: true,
    excerptLength: 24,
    ranking,
  });
  await pagefind.init();
  return pagefind;
}

/** Collection and status of a page, or its collection alone. */
export type PageKind = [collection: string, status?: string];

/** Loads what pages are narrowed by, by the id of a page. It is asked for when a reader narrows a search. */
export function loadKinds(path: string): Promise<Record<string, PageKind>> {
  return loadJson(`${path}kinds.json`);
}

/** Loads the words of the site. They are asked for when a query finds nothing that has its words. */
export function loadWords(path: string): Promise<string[]> {
  return loadJson(`${path}words.json`);
}

async function loadJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded: ${response.status}`);
  return (await response.json()) as T;
}
