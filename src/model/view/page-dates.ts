import { entryCollectionNames } from '#schema/collections.ts';
import { isDraft, type ClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { fixedRoutes, renderEntryPath, renderIndexPath } from '../routes.ts';

/**
 * The day the content of a page last changed, by its path: of an entry the day of its newest judgement, of an index and of
 * the home page the newest of their entries. Pages without judgements have no day: that of a build says nothing.
 */
export function derivePageDates(model: Model): Map<string, string> {
  const dates = new Map<string, string>();
  for (const collection of entryCollectionNames) {
    for (const entry of model.content.entries[collection] as readonly ClaimEntry[]) {
      const on = model.currentOf(entry)?.on;
      if (on === undefined || isDraft(entry)) continue;
      dates.set(renderEntryPath(entry), on);
      for (const path of [renderIndexPath(collection), fixedRoutes.home]) {
        const newest = dates.get(path);
        if (newest === undefined || on > newest) dates.set(path, on);
      }
    }
  }
  return dates;
}
