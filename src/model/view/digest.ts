import { entryCollectionNames, type EntryCollectionName } from '#schema/collections.ts';
import type { ClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { fixedRoutes, renderEntryPath, renderIndexPath } from '../routes.ts';
import { collectionTerms } from '../vocabulary.ts';
import { deriveHistory, type HistoryItem } from './history.ts';
import { listInOrder } from './order.ts';

/** What the whole site says, for readers that take text alone: every claim, by collection. */
export interface Digest {
  summary: string;
  /** The day of the newest judgement. */
  dataAsOf: string;
  sections: DigestSection[];
  /** Pages about the site itself. */
  about: { title: string; path: string; note: string }[];
}

export interface DigestSection {
  collection: EntryCollectionName;
  title: string;
  introduction: string;
  path: string;
  entries: DigestEntry[];
}

export interface DigestEntry {
  title: string;
  path: string;
  summary: string;
  /** The word of its status; absent for entries without one. */
  status: string | undefined;
  /** The claim of a finding, as the analysis made it. */
  claim: string | undefined;
  /** All judgements, newest first. */
  history: HistoryItem[];
}

export function deriveDigest(model: Model, dataAsOf: string): Digest {
  return {
    summary:
      'What works, what hurts and what is proposed for async Python on InterSystems IRIS: claim by claim, each with dated judgements and their evidence. An independent site, not made or endorsed by InterSystems.',
    dataAsOf,
    sections: entryCollectionNames.map((collection) => ({
      collection,
      title: collectionTerms[collection].plural,
      introduction: collectionTerms[collection].introduction,
      path: renderIndexPath(collection),
      entries: (listInOrder(model, collection) as ClaimEntry[]).map((entry) => deriveDigestEntry(model, entry)),
    })),
    about: [
      { title: 'Support matrix', path: fixedRoutes.matrix, note: 'which need is met on which route' },
      { title: 'Report', path: fixedRoutes.report, note: 'the whole analysis on one page' },
      { title: 'Changes', path: fixedRoutes.changes, note: 'what was judged otherwise, and when' },
      { title: 'Corrections', path: fixedRoutes.corrections, note: 'what the site got wrong' },
      { title: 'Reviews', path: fixedRoutes.reviews, note: 'what has to be judged again, and when' },
      { title: 'By reader', path: fixedRoutes.audiences, note: 'the same claims for four kinds of reader' },
      { title: 'Data', path: fixedRoutes.api, note: 'everything as JSON and CSV, with schemas' },
      { title: 'How claims are judged', path: fixedRoutes.about, note: 'what the words of this site mean' },
      { title: 'Gotchas', path: fixedRoutes.gotchas, note: 'warnings to read before the first line of code' },
      { title: 'Samples', path: renderIndexPath('samples'), note: 'programs that assert what the site claims' },
      { title: 'Sources', path: renderIndexPath('sources'), note: 'every document the site cites' },
      { title: 'Link health', path: fixedRoutes.linkHealth, note: 'whether the cited pages still say so' },
    ],
  };
}

function deriveDigestEntry(model: Model, entry: ClaimEntry): DigestEntry {
  const history = deriveHistory(model, entry);
  return {
    title: entry.data.title,
    path: renderEntryPath(entry),
    summary: entry.data.summary,
    status: history[0]?.mark?.word,
    claim: entry.collection === 'findings' ? entry.data.claim : undefined,
    history,
  };
}
