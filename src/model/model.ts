import type { CollectionName, DataOf } from '#schema/collections.ts';
import type { LinkRecord } from '#schema/link-health.ts';
import { isClaimEntry, listEntries, type ClaimEntry, type Content, type Entry, type EntryIn } from './content.ts';
import { deriveCurrent, listJudgements, type Judgement } from './judgements.ts';
import { listJudgementDays } from './judgement-days.ts';
import { deriveLastRead } from './link-health.ts';
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
  /** The days on which anything was judged, oldest first. */
  judgementDays: readonly string[];
  /** All mentions an entry makes. */
  referencesOf(entry: Entry): readonly Reference[];
  /** All mentions of an entry. */
  mentionsOf(collection: CollectionName, id: string): readonly Mention[];
  find<C extends CollectionName>(collection: C, id: string): EntryIn<C> | undefined;
  /** An entry that makes claims, by its id alone. */
  findClaim(id: string): ClaimEntry | undefined;
  findSource(id: string): DataOf['sources'] | undefined;
  /**
   * What the link check found for a source. Undefined when it was never checked, and when the record is of another URL.
   * A record of another expectation is not told apart: its digest takes cryptography, which the model has none of; the
   * next check starts such a record anew.
   */
  findHealth(id: string): LinkRecord | undefined;
  /** The day a source was last read live, by a person or by the link check. */
  lastReadOf(id: string): string | undefined;
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
  const healths = new Map(content.linkHealth.data.links.map((record) => [record.citation, record]));
  const findHealth = (id: string) => {
    const record = healths.get(id);
    return record?.url === findSource(id)?.url ? record : undefined;
  };
  const lastReadOf = (id: string) => deriveLastRead(findSource(id), findHealth(id));
  return {
    content,
    asOf,
    judgementDays: listJudgementDays(content.entries),
    referencesOf: (entry) => references.get(entry) ?? [],
    mentionsOf: (collection, id) => mentions.get(`${collection}/${id}`) ?? [],
    find,
    findClaim: (id) => claims.get(id),
    findSource,
    findHealth,
    lastReadOf,
    currentOf: (entry) => deriveCurrent(listJudgements(entry)),
    verificationOf: (judgement) => deriveVerification(judgement, asOf, lastReadOf),
  };
}
