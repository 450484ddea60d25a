import { collectionNames, type CollectionName } from '#schema/collections.ts';
import { listClaimEntries } from '../content.ts';
import type { Model } from '../model.ts';
import { fixedRoutes, renderIndexPath } from '../routes.ts';
import { collectionTerms, gapTerms, patternTerms, verdictTerms, type Shape, type Term } from '../vocabulary.ts';
import { deriveSearchFacts } from './search-facts.ts';

/** What a reader can narrow a search to, and where to look without one. */
export interface SearchPage {
  kinds: { id: CollectionName; plural: string }[];
  /** Lists of what there is, for readers without a search. */
  indexes: { title: string; path: string }[];
  /** Statuses that some entry has, by the entries they are for. A word that two groups share stands in the first. */
  statuses: { title: string; terms: { id: string; word: string }[] }[];
  /** Forms in which a result draws its status. */
  shapes: Shape[];
}

const groups: { title: string; terms: Record<string, Required<Term>> }[] = [
  { title: `${collectionTerms.edges.plural} and ${collectionTerms.proposals.plural.toLowerCase()}`, terms: gapTerms },
  { title: collectionTerms.patterns.plural, terms: patternTerms },
  { title: collectionTerms.findings.plural, terms: verdictTerms },
];

export function deriveSearchPage(model: Model): SearchPage {
  const { entries } = model.content;
  const names = collectionNames.filter((name) => entries[name].length > 0);
  const statuses = listClaimEntries(entries).flatMap((entry) => deriveSearchFacts(model, entry).status ?? []);
  const unused = new Set(statuses.map(({ id }) => id));
  return {
    kinds: names.map((id) => ({ id, plural: collectionTerms[id].plural })),
    indexes: listIndexes(names),
    statuses: groups
      .map(({ title, terms }) => ({
        title,
        // `delete` answers whether the status was there: the first group that knows it takes it.
        terms: Object.entries(terms).flatMap(([id, { word }]) => (unused.delete(id) ? [{ id, word }] : [])),
      }))
      .filter(({ terms }) => terms.length > 0),
    shapes: [...new Set(statuses.map(({ shape }) => shape))].sort(),
  };
}

/** One index for each collection, but one for the two that the matrix is made of. */
function listIndexes(names: readonly CollectionName[]): SearchPage['indexes'] {
  const titles = new Map(names.map((name) => [renderIndexPath(name), collectionTerms[name].plural]));
  if (titles.has(fixedRoutes.matrix)) titles.set(fixedRoutes.matrix, 'Support matrix');
  return [...titles].map(([path, title]) => ({ title, path }));
}
