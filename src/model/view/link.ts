import type { ClaimEntry, Entry } from '../content.ts';
import { isClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { collectionTerms } from '../vocabulary.ts';
import { deriveMark, type Mark } from './mark.ts';

/** A link to a page of the site. The path is root-relative; the layout adds the base path. */
export interface EntryLink {
  path: string;
  title: string;
  /** What the target is: "Sharp edge", "Pattern". */
  kind: string;
  mark?: Mark | undefined;
}

export function deriveLink(model: Model, entry: Entry): EntryLink {
  return {
    path: renderEntryPath(entry),
    title: entry.data.title,
    kind: collectionTerms[entry.collection].singular,
    mark: isClaimEntry(entry) ? deriveMark(entry.collection, model.currentOf(entry)) : undefined,
  };
}

/** Links to entries by their ids, in the order given; ids that name nothing are left out, because the check reports them. */
export function deriveLinks(model: Model, ids: readonly string[]): EntryLink[] {
  return ids
    .map((id) => model.findClaim(id))
    .filter((entry): entry is ClaimEntry => entry !== undefined)
    .map((entry) => deriveLink(model, entry));
}
