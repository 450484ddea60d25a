import type { CollectionName } from '#schema/collections.ts';
import { isClaimEntry, type Entry } from '../content.ts';
import type { Model } from '../model.ts';
import { collectionTerms, verificationTerms, type Shape } from '../vocabulary.ts';
import { deriveMark } from './mark.ts';

/** What the search index keeps of an entry beside its words: what readers filter by, and what a result shows. */
export interface SearchFacts {
  collection: CollectionName;
  kind: string;
  /** Of entries that have one: the id to filter by, and how it is drawn. */
  status?: { id: string; word: string; shape: Shape } | undefined;
  /** Of entries that are judged. */
  verification?: string | undefined;
  assessedOn?: string | undefined;
  /** How much a word here counts, 1 where nothing is said: what entries rest on stands behind the entries. */
  weight?: number | undefined;
}

const weights: Partial<Record<CollectionName, number>> = {
  samples: 0.6,
  needs: 0.5,
  routes: 0.5,
  sources: 0.3,
  rules: 0.2,
};

export function deriveSearchFacts(model: Model, entry: Entry): SearchFacts {
  const { collection } = entry;
  const facts = { collection, kind: collectionTerms[collection].singular, weight: weights[collection] };
  const current = isClaimEntry(entry) ? model.currentOf(entry) : undefined;
  if (!isClaimEntry(entry) || current === undefined) return facts;
  const mark = deriveMark(entry.collection, current);
  return {
    ...facts,
    status: mark && current.status ? { id: current.status, word: mark.word, shape: mark.shape } : undefined,
    verification: verificationTerms[model.verificationOf(current).state].word,
    assessedOn: current.on,
  };
}
