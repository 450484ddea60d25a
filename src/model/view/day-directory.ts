import { listEvents } from '../events.ts';
import { renderAsOfPath, renderDayPath, renderDifferencePath } from '../history-routes.ts';
import { chooseDays, choosePairs, fullLimit } from '../judgement-days.ts';
import type { Model } from '../model.ts';
import { countKinds, renderKindCounts } from './kind-counts.ts';

/** A day on which something was judged, and the pages about it. */
export interface DayRow {
  on: string;
  /** What was judged that day. */
  path: string;
  /** What happened, counted: "2 improved and 12 added". */
  counts: string;
  /** What differs from earlier days, the nearest first. */
  since: { from: string; path: string }[];
  /** What counted on that day; absent where no page shows it. */
  asOfPath: string | undefined;
}

/** Every day on which something was judged. */
export interface DayDirectory {
  /** The newest first. */
  rows: DayRow[];
  /** Which days are compared, in a sentence. */
  coverage: string;
}

export function deriveDayDirectory(model: Model): DayDirectory {
  const { entries } = model.content;
  const days = model.judgementDays;
  const withPage = new Set(chooseDays(days));
  const pairs = Map.groupBy(choosePairs(days), ({ to }) => to);
  const events = Map.groupBy(listEvents(entries), ({ on }) => on);
  return {
    rows: days.toReversed().map((on) => ({
      on,
      path: renderDayPath(on),
      counts: renderKindCounts(countKinds(events.get(on) ?? [])),
      since: (pairs.get(on) ?? []).map((pair) => ({ from: pair.from, path: renderDifferencePath(pair) })),
      asOfPath: withPage.has(on) ? renderAsOfPath(on) : undefined,
    })),
    coverage:
      days.length <= fullLimit
        ? 'Each pair of days on which something was judged has a page.'
        : `There are more than ${fullLimit} days, so not each pair has a page: each day is compared with the one before, the newest day with the ${fullLimit} before it and with the last day of each year, and the last days of all years with each other.`,
  };
}
