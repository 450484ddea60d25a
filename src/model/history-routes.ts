import { entryCollectionNames, type EntryCollectionName } from '#schema/collections.ts';
import { isDraft, type ClaimEntry, type Entries } from './content.ts';
import { findCounting } from './changes.ts';
import { listEvents, type Event, type EventKind } from './events.ts';
import { chooseDays, choosePairs, listJudgementDays, type DayPair } from './judgement-days.ts';

/** Which events a page of the timeline shows; all of them when empty. */
export interface EventFilter {
  collection?: EntryCollectionName | undefined;
  kind?: EventKind | undefined;
}

/** The path of a part of the timeline: `/changes/`, `/changes/edges/`, `/changes/improved/`, `/changes/edges/improved/`. */
export function renderTimelinePath({ collection, kind }: EventFilter): string {
  return ['/changes', collection, kind, ''].filter((part) => part !== undefined).join('/');
}

/** The path of what was judged on a day. */
export function renderDayPath(day: string): string {
  return `/changes/${day}/`;
}

/** The path of a judgement: its place in the history of its entry. */
export function renderJudgementPath({ collection, id }: Pick<ClaimEntry, 'collection' | 'id'>, day: string): string {
  return `/${collection}/${id}/#on-${day}`;
}

/** The path of what differs between two days. */
export function renderDifferencePath({ from, to }: DayPair): string {
  return `/changes/${from}..${to}/`;
}

/** The path of what counted on a day, of all collections or of one. */
export function renderAsOfPath(day: string, collection?: EntryCollectionName): string {
  return collection === undefined ? `/as-of/${day}/` : `/as-of/${day}/${collection}/`;
}

export function matchesFilter({ kind, entry }: Event, filter: EventFilter): boolean {
  return (
    (filter.kind === undefined || filter.kind === kind) &&
    (filter.collection === undefined || filter.collection === entry.collection)
  );
}

/** Every filter by kind, by collection or by both that leaves an event; not the one that leaves all. */
export function listFilters(events: readonly Event[]): EventFilter[] {
  const filters = events.flatMap(({ kind, entry: { collection } }) => [{ collection }, { kind }, { collection, kind }]);
  return [...new Map(filters.map((filter) => [renderTimelinePath(filter), filter])).values()];
}

/** The collections with an entry that had been assessed by a day. */
export function listAssessedCollections(entries: Entries, day: string): EntryCollectionName[] {
  return entryCollectionNames.filter((name) => entries[name].some((entry) => findCounting(entry, day) !== undefined));
}

/**
 * Every path of the pages on history, but for the second and later pages of long lists: those move as the lists grow.
 * Drafts have no history yet.
 */
export function listHistoryRoutes(all: Entries): string[] {
  const entries = omitDrafts(all);
  const days = listJudgementDays(entries);
  return [
    ...listFilters(listEvents(entries)).map(renderTimelinePath),
    ...days.map(renderDayPath),
    ...choosePairs(days).map(renderDifferencePath),
    ...chooseDays(days).flatMap((day) => [
      renderAsOfPath(day),
      ...listAssessedCollections(entries, day).map((name) => renderAsOfPath(day, name)),
    ]),
  ];
}

function omitDrafts(entries: Entries): Entries {
  const pairs = entryCollectionNames.map((name) => [name, entries[name].filter((entry) => !isDraft(entry))] as const);
  // Each name is paired with entries of its own collection; fromEntries cannot say so.
  return { ...entries, ...(Object.fromEntries(pairs) as unknown as Entries) };
}
