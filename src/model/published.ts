import { isDraft, type Content, type Entries, type Entry } from './content.ts';

/** The content as readers get it: without drafts, which have no page. */
export function selectPublished(content: Content): Content {
  const entries = Object.fromEntries(
    Object.entries(content.entries).map(([name, list]) => [
      name,
      (list as readonly Entry[]).filter((entry) => !isDraft(entry)),
    ]),
  );
  // Each name keeps entries of its own collection; fromEntries cannot say so.
  return { ...content, entries: entries as unknown as Entries };
}

/** How an entry is named across collections: `edges/an-id`. */
export function renderKey({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`;
}
