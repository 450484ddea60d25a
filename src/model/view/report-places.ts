import type { EntryCollectionName } from '#schema/collections.ts';
import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { listInOrder } from './order.ts';

/** The chapters of the report that hold entries, in their order. The number of a chapter is its place here. */
export const reportChapters = [
  { collection: 'findings', isWhole: true },
  { collection: 'patterns', isWhole: true },
  { collection: 'edges', isWhole: true },
  { collection: 'proposals', isWhole: true },
  { collection: 'questions', isWhole: true },
  { collection: 'guides', isWhole: false },
  { collection: 'background', isWhole: false },
] as const satisfies readonly { collection: EntryCollectionName; isWhole: boolean }[];

/** Where an entry stands in the report. */
export interface ReportPlace {
  /** Chapter and place in it: `3.1`. */
  number: string;
  /** The id of its heading. It outlives the number, which moves when an entry is added. */
  anchor: string;
}

/** The places of all entries, by their root-relative paths. */
export function deriveReportPlaces(model: Model): Map<string, ReportPlace> {
  return new Map(
    reportChapters.flatMap(({ collection }, chapter) =>
      listInOrder(model, collection).map(({ id }, index): [string, ReportPlace] => [
        renderEntryPath({ collection, id }),
        { number: `${chapter + 1}.${index + 1}`, anchor: `${collection}-${id}` },
      ]),
    ),
  );
}
