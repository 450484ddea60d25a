import type { ClaimEntry } from '../content.ts';
import { renderAsOfPath } from '../history-routes.ts';
import { chooseDays } from '../judgement-days.ts';
import type { Model } from '../model.ts';
import { listInOrder } from './order.ts';
import { renderPagePath } from './paging.ts';

/** How many entries a page of a collection as of a day holds: each comes with its evidence. */
export const asOfPageSize = 16;

/** Finds where an entry stands as of some days. Days without a page are left out. */
export function findAsOfPaths(model: Model, entry: ClaimEntry, days: readonly string[]): Map<string, string> {
  const withPage = new Set(chooseDays(model.judgementDays));
  const place = listInOrder(model, entry.collection).findIndex(({ id }) => id === entry.id);
  const number = Math.floor(place / asOfPageSize) + 1;
  return new Map(
    days
      .filter((day) => withPage.has(day))
      .map((day) => [day, `${renderPagePath(renderAsOfPath(day, entry.collection), number)}#${entry.id}`]),
  );
}
