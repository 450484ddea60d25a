import type { CollectionName } from '#schema/collections.ts';
import type { Entry, EntryIn } from '../content.ts';
import type { Model } from '../model.ts';

/** The entries of a collection in the order readers meet them: by rank where there is one, then as the analysis numbers them. */
export function listInOrder<C extends CollectionName>(model: Model, collection: C): EntryIn<C>[] {
  return model.content.entries[collection].toSorted(
    (a, b) => rank(a as Entry) - rank(b as Entry) || (a.id < b.id ? -1 : 1),
  );
}

function rank(entry: Entry): number {
  switch (entry.collection) {
    case 'proposals':
      return entry.data.priority;
    case 'findings':
    case 'guides':
    case 'background':
    case 'questions':
    case 'needs':
    case 'routes':
      return entry.data.order;
    case 'patterns':
    case 'edges': {
      const item = Number.parseInt(entry.data.origin.item, 10);
      return Number.isNaN(item) ? Infinity : item;
    }
    case 'samples':
    case 'sources':
    case 'rules':
      return 0;
    default:
      return entry satisfies never;
  }
}
