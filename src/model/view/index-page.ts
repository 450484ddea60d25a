import type { EntryCollectionName } from '#schema/collections.ts';
import type { ClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { collectionTerms, severityTerms } from '../vocabulary.ts';
import { listCollectionData, type DataLink } from './data-links.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { listInOrder } from './order.ts';
import { renderVerification } from './verification-word.ts';

/** The index of a collection: one row an entry. */
export interface IndexPage {
  collection: EntryCollectionName;
  title: string;
  introduction: string;
  /** Names of the columns after the entry itself. */
  columns: string[];
  /** The same for machines. */
  data: DataLink[];
  rows: { link: EntryLink; summary: string; cells: string[] }[];
}

export function deriveIndexPage(model: Model, collection: EntryCollectionName): IndexPage {
  const { plural, introduction } = collectionTerms[collection];
  // All entries of one collection have the same columns, so the first one names them.
  const entries: ClaimEntry[] = listInOrder(model, collection) as ClaimEntry[];
  const columns = entries[0] ? Object.keys(listCells(model, entries[0])) : [];
  return {
    collection,
    title: plural,
    introduction,
    columns,
    data: listCollectionData(collection),
    rows: entries.map((entry) => ({
      link: deriveLink(model, entry),
      summary: entry.data.summary,
      cells: Object.values(listCells(model, entry)),
    })),
  };
}

function listCells(model: Model, entry: ClaimEntry): Record<string, string> {
  const current = model.currentOf(entry);
  const assessed = current === undefined ? 'Not yet' : current.on;
  const verification = renderVerification(model, entry);
  switch (entry.collection) {
    case 'edges':
      return { Severity: severityTerms[entry.data.severity].word, Assessed: assessed, Verification: verification };
    case 'patterns':
      return { 'Runs in': entry.data.runsIn, Assessed: assessed, Verification: verification };
    case 'proposals':
      return { Priority: String(entry.data.priority), Assessed: assessed, Verification: verification };
    case 'findings':
      return { Assessed: assessed, Verification: verification };
    case 'guides':
      return { For: entry.data.audience, Reviewed: assessed, Verification: verification };
    case 'background':
      return { Reviewed: assessed, Verification: verification };
    case 'questions':
      return {
        State: entry.data.settled === undefined ? 'Open' : 'Settled',
        Verification: verification,
        'Settled by': entry.data.settledBy,
      };
    default:
      return entry satisfies never;
  }
}
