import { entryCollectionNames } from '#schema/collections.ts';
import { listClaimEntries, type ClaimEntry, type Entries } from './content.ts';
import type { DayPair } from './judgement-days.ts';
import { classifyStep, compareJudgements, eventKinds, type EventKind } from './events.ts';
import { listByDay, type Judgement } from './judgements.ts';

/** How an entry differs between two days. */
export interface Change {
  kind: EventKind;
  entry: ClaimEntry;
  /** The judgement that counted on the first day; absent for an entry that was not yet assessed. */
  before?: Judgement | undefined;
  /** The judgement that counted on the second day. */
  after: Judgement;
  /** Every judgement after the first day up to the second, oldest first. The last one is `after`. */
  between: readonly Judgement[];
}

/** What differs between two days. */
export interface Difference extends DayPair {
  /** Entries that were judged between the days: weightiest kind first, then by collection and id. */
  changes: Change[];
  /** Entries whose judgement of the first day still counted on the second. */
  unchanged: ClaimEntry[];
  /** Entries that were not yet assessed on the second day either. */
  pending: ClaimEntry[];
}

/** The judgement that counted at the end of a day (`YYYY-MM-DD`); undefined before the first one. */
export function findCounting(entry: ClaimEntry, day: string): Judgement | undefined {
  return listByDay(entry).findLast(({ on }) => on <= day);
}

/**
 * Derives what differs between the ends of two days, both `YYYY-MM-DD`. An entry that was judged between them is a
 * change, also when its state stayed. Throws a RangeError when the first day is the later one.
 */
export function deriveChanges(entries: Entries, { from, to }: DayPair): Difference {
  if (from > to) throw new RangeError(`Unexpected days \`${from}\` and \`${to}\`, expected the earlier one first`);
  const difference: Difference = { from, to, changes: [], unchanged: [], pending: [] };
  for (const entry of listClaimEntries(entries)) {
    const judgements = listByDay(entry);
    const before = judgements.findLast(({ on }) => on <= from);
    const between = judgements.filter(({ on }) => on > from && on <= to);
    const after = between.at(-1);
    if (after !== undefined) {
      difference.changes.push({ kind: classifyChange(entry, before, between, after), entry, before, after, between });
    } else if (before !== undefined) difference.unchanged.push(entry);
    else difference.pending.push(entry);
  }
  difference.changes.sort(
    (a, b) => eventKinds.indexOf(a.kind) - eventKinds.indexOf(b.kind) || compareEntries(a.entry, b.entry),
  );
  difference.unchanged.sort(compareEntries);
  difference.pending.sort(compareEntries);
  return difference;
}

/** Classes what several judgements in a row did, by where they began and where they ended. */
function classifyChange(
  entry: ClaimEntry,
  before: Judgement | undefined,
  between: readonly Judgement[],
  after: Judgement,
): EventKind {
  if (before === undefined) return 'added';
  const isCorrection = between.some(({ correction }) => correction !== undefined);
  const kind = classifyStep(entry, before, after, isCorrection);
  if (kind !== 'corrected' || compareJudgements(entry.collection, before, after) <= 0) return kind;
  // A loss on the way stays one, also when another judgement on the way mends a mistake.
  const isLoss = between.some(
    (judgement, index) => classifyStep(entry, between[index - 1] ?? before, judgement) === 'regressed',
  );
  return isLoss ? 'regressed' : 'corrected';
}

function compareEntries(a: ClaimEntry, b: ClaimEntry): number {
  const rank = ({ collection }: ClaimEntry) => entryCollectionNames.indexOf(collection);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}
