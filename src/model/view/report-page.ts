import type { EntryCollectionName } from '#schema/collections.ts';
import type { ClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { collectionTerms } from '../vocabulary.ts';
import type { NumberedSource } from './citations.ts';
import { deriveHomePage } from './home.ts';
import { listInOrder } from './order.ts';
import { deriveReportEntry, type ReportEntry } from './report-entry.ts';
import { deriveReportPlaces, reportChapters, type ReportPlace } from './report-places.ts';
import { deriveReferences } from './report-references.ts';
import { deriveReportSummary } from './report-summary.ts';

/** A chapter with its entries. */
export interface ReportChapter {
  number: number;
  id: EntryCollectionName;
  title: string;
  introduction: string;
  isWhole: boolean;
  entries: ReportEntry[];
}

/** The whole analysis, finished: the page lays it out and derives nothing. */
export interface ReportPage {
  /** The answer to the question of the site, in two sentences. */
  answer: string;
  /** What was counted, a sentence each. */
  summary: string[];
  chapters: ReportChapter[];
  /** The number of the chapter on judging, which follows those of the entries. */
  methodNumber: number;
  /** The one list of sources. */
  references: NumberedSource[];
  /** Where entries stand, by their root-relative paths. */
  places: ReadonlyMap<string, ReportPlace>;
}

export function deriveReportPage(model: Model): ReportPage {
  const chapters = reportChapters.map(({ collection, isWhole }) => ({
    collection,
    isWhole,
    entries: listInOrder(model, collection) as ClaimEntry[],
  }));
  const references = deriveReferences(
    model,
    chapters.flatMap(({ entries, isWhole }) => entries.map((entry) => ({ entry, isWhole }))),
  );
  const context = {
    places: deriveReportPlaces(model),
    numbers: new Map(references.map(({ id, number }) => [id, number])),
  };
  return {
    answer: deriveHomePage(model).answer,
    summary: deriveReportSummary(model),
    chapters: chapters.map(({ collection, isWhole, entries }, index) => ({
      number: index + 1,
      id: collection,
      title: collectionTerms[collection].plural,
      introduction: collectionTerms[collection].introduction,
      isWhole,
      entries: entries.map((entry) => deriveReportEntry(model, entry, context, isWhole)),
    })),
    methodNumber: chapters.length + 1,
    references,
    places: context.places,
  };
}
