import { gapStatuses, patternStatuses } from '#schema/assessment.ts';
import { listClaimEntries, type ClaimEntry, type Entries } from './content.ts';
import { listByDay, type Judgement } from './judgements.ts';
import { compareStates } from './status.ts';

export const eventKinds = ['regressed', 'improved', 'corrected', 'retired', 'added', 're-verified'] as const;

/** What a judgement did to an entry. */
export type EventKind = (typeof eventKinds)[number];

/** A change in the history of an entry, derived from two judgements that follow each other. */
export interface Event {
  on: string;
  kind: EventKind;
  entry: ClaimEntry;
  judgement: Judgement;
  /** The judgement before, absent for an entry that was added. */
  before?: Judgement | undefined;
}

/** All events of all entries: newest first, on one day the weightier kind first. */
export function listEvents(entries: Entries): Event[] {
  return listClaimEntries(entries)
    .flatMap((entry) => {
      const judgements = listByDay(entry);
      return judgements.map((judgement, index): Event => {
        const before = judgements[index - 1];
        return { on: judgement.on, kind: classifyStep(entry, before, judgement), entry, judgement, before };
      });
    })
    .sort((a, b) => (a.on === b.on ? eventKinds.indexOf(a.kind) - eventKinds.indexOf(b.kind) : a.on < b.on ? 1 : -1));
}

/**
 * Classes the step from one judgement to a later one. `isCorrection` says that what stands between them was a mistake;
 * of two judgements that follow each other, the later one says so itself.
 */
export function classifyStep(
  { collection }: ClaimEntry,
  before: Judgement | undefined,
  after: Judgement,
  isCorrection = after.correction !== undefined,
): EventKind {
  if (before === undefined) return 'added';
  const step = compareJudgements(collection, before, after);
  if (step < 0) return 'improved';
  // A judgement that lowers the state because the one before was mistaken tells of no loss.
  if (step > 0) return isCorrection ? 'corrected' : 'regressed';
  if (collection === 'patterns' && after.status === 'retired' && before.status !== 'retired') return 'retired';
  if (collection === 'findings' && after.status !== before.status) {
    return after.status === 'holds' ? 're-verified' : 'corrected';
  }
  return isCorrection ? 'corrected' : 're-verified';
}

/** Negative when the later state is better, positive when it is worse, zero when they do not compare or are equal. */
export function compareJudgements(collection: ClaimEntry['collection'], before: Judgement, after: Judgement): number {
  switch (collection) {
    case 'edges':
    case 'proposals': {
      const [from, to] = [before, after].map(({ status, maturity }) => ({
        status: gapStatuses.find((word) => word === status) ?? 'unknown',
        maturity,
      }));
      if (!from || !to) return 0;
      // `unknown` ranks after `open`, but not to know any more is no progress, and to find out is no loss.
      const words = [from.status, to.status];
      return words.includes('unknown') && words.includes('open') ? 0 : compareStates(from, to);
    }
    case 'patterns': {
      if (after.status === 'retired' || before.status === 'unknown' || after.status === 'unknown') return 0;
      const rank = ({ status }: Judgement) => patternStatuses.findIndex((word) => word === status);
      return rank(before) - rank(after);
    }
    default:
      return 0;
  }
}
