import type { Snapshot, SnapshotEntry } from '#schema/snapshot.ts';
import type { Json } from '../json.ts';
import { listFieldChanges, type FieldChange } from './fields.ts';
import { listRenames, type Rename } from './renames.ts';

/** What became of one entry. */
export interface EntryDifference {
  kind: 'added' | 'removed' | 'renamed' | 'changed';
  /** Its name: the newer one of an entry that was renamed. */
  key: string;
  /** The older name of an entry that was renamed. */
  formerKey?: string;
  title: string;
  /** Where the other side redirects its name to, for an entry that is there on one side only. */
  redirect?: string;
  changes: readonly FieldChange[];
}

/** What two states of the content differ in. */
export interface Difference {
  /** In the order of their names. */
  entries: readonly EntryDifference[];
  /** What the content comes to as a whole. */
  totals: readonly FieldChange[];
  /** What was added to the history, and taken out of it. */
  events: readonly FieldChange[];
}

/** Compares two states of the content: what each entry and the whole come to. Pure, and independent of any order. */
export function deriveDifference(before: Snapshot, after: Snapshot): Difference {
  const renames = listRenames(before, after);
  const renamed = new Set(renames.flatMap((pair) => [pair.before, pair.after]));
  const keys = new Set([...Object.keys(before.entries), ...Object.keys(after.entries)]);
  const entries = [
    ...renames.flatMap((pair) => compareEntries(before, after, pair)),
    ...[...keys]
      .filter((key) => !renamed.has(key))
      .flatMap((key) => compareEntries(before, after, { before: key, after: key })),
  ];
  return {
    entries: entries.sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1)),
    totals: listFieldChanges(selectTotals(before), selectTotals(after)),
    events: listFieldChanges({ events: before.events }, { events: after.events }),
  };
}

/** Whether there is nothing to tell. */
export function isSame({ entries, totals, events }: Difference): boolean {
  return entries.length + totals.length + events.length === 0;
}

function compareEntries(
  before: Snapshot,
  after: Snapshot,
  { before: formerKey, after: key }: Rename,
): EntryDifference[] {
  const [was, is] = [readEntry(before, formerKey), readEntry(after, key)];
  if (was === undefined || is === undefined) {
    const title = (was ?? is)?.title ?? '';
    const [kind, other] = was === undefined ? (['added', before] as const) : (['removed', after] as const);
    const redirect = Object.hasOwn(other.redirects, key) ? other.redirects[key] : undefined;
    return [{ kind, key, title, ...(redirect !== undefined && { redirect }), changes: [] }];
  }
  const changes = listFieldChanges(selectOwn(was), selectOwn(is));
  if (formerKey !== key) return [{ kind: 'renamed', key, formerKey, title: is.title, changes }];
  return changes.length === 0 ? [] : [{ kind: 'changed', key, title: is.title, changes }];
}

function readEntry({ entries }: Snapshot, key: string): SnapshotEntry | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

/** What an entry says of itself. Who mentions it is told where it is mentioned. */
function selectOwn(entry: SnapshotEntry): Json {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'mentionedBy'));
}

function selectTotals({ dataAsOf, counts, redirects }: Snapshot): Json {
  // The answer of the home page only puts the counts into words.
  return { dataAsOf, counts, redirects };
}

/** The same name whichever side is the older. */
function sortName({ key, formerKey = key }: EntryDifference): string {
  return key < formerKey ? key : formerKey;
}
