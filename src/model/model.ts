import type { CollectionName, DataOf } from '#schema/collections.ts';
import { isClaimEntry, listEntries, type ClaimEntry, type Content, type Entry, type EntryIn } from './content.ts';
import { deriveCurrent, listJudgements, type Judgement } from './judgements.ts';
import { listReferences, type Reference } from './references.ts';
import { deriveVerification, type Verification } from './verification.ts';

/** A reference with the entry that makes it. */
export interface Mention {
  from: Entry;
  reference: Reference;
}

/** What every page and rule reads: the content, and the ways through it. */
export interface Model {
  content: Content;
  /** The day on which freshness is judged, `YYYY-MM-DD`. */
  asOf: string;
  /** All mentions an entry makes. */
  referencesOf(entry: Entry): readonly Reference[];
  /** All mentions of an entry. */
  mentionsOf(collection: CollectionName, id: string): readonly Mention[];
  find<C extends CollectionName>(collection: C, id: string): EntryIn<C> | undefined;
  /** An entry that makes claims, by its id alone. */
  findClaim(id: string): ClaimEntry | undefined;
  findSource(id: string): DataOf['sources'] | undefined;
  /** The judgement that counts today. */
  currentOf(entry: ClaimEntry): Judgement | undefined;
  verificationOf(judgement: Judgement): Verification;
}

/** Builds the model. The only entrance: pure, it reads nothing but its arguments. */
export function buildModel(content: Content, { asOf }: { asOf: string }): Model {
  const all = listEntries(content);
  const byKey = new Map(all.map((entry) => [`${entry.collection}/${entry.id}`, entry]));
  const claims = new Map(all.filter(isClaimEntry).map((entry) => [entry.id, entry]));
  const references = new Map(all.map((entry) => [entry, listReferences(entry)]));
  const mentions = new Map<string, Mention[]>();
  for (const [from, list] of references) {
    for (const reference of list) {
      for (const collection of reference.targets) {
        const key = `${collection}/${reference.id}`;
        const known = mentions.get(key);
        if (known) known.push({ from, reference });
        else mentions.set(key, [{ from, reference }]);
      }
    }
  }
  function find<C extends CollectionName>(collection: C, id: string): EntryIn<C> | undefined {
    // The key says which collection it is from; the map's value type cannot.
    return byKey.get(`${collection}/${id}`) as EntryIn<C> | undefined;
  }
  const findSource = (id: string) => find('sources', id)?.data;
  return {
    content,
    asOf,
    referencesOf: (entry) => references.get(entry) ?? [],
    mentionsOf: (collection, id) => mentions.get(`${collection}/${id}`) ?? [],
    find,
    findClaim: (id) => claims.get(id),
    findSource,
    currentOf: (entry) => deriveCurrent(listJudgements(entry)),
    verificationOf: (judgement) => deriveVerification(judgement, asOf, findSource),
  };
}
