import type { EntryCollectionName } from '#schema/collections.ts';
import type { ClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { collectionTerms, severityTerms, verificationTerms } from '../vocabulary.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { listInOrder } from './order.ts';

/** The index of a collection: one row an entry. */
export interface IndexPage {
  collection: EntryCollectionName;
  title: string;
  introduction: string;
  /** Names of the columns after the entry itself. */
  columns: string[];
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
  const verification = current === undefined ? '' : verificationTerms[model.verificationOf(current).state].word;
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
      return { For: entry.data.audience, Reviewed: assessed };
    case 'background':
      return { Reviewed: assessed };
    case 'questions':
      return { State: entry.data.settled === undefined ? 'Open' : 'Settled', 'Settled by': entry.data.settledBy };
    default:
      return entry satisfies never;
  }
}
