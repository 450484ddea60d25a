import { isDraft, listClaimEntries, type ClaimEntry } from './content.ts';
import { countDays } from './day.ts';
import type { Judgement } from './judgements.ts';
import type { Model } from './model.ts';
import { renderEntryPath } from './routes.ts';
import type { VerificationState } from './verification.ts';

/** A judgement that has to be made again by a day. */
export interface Review {
  entry: ClaimEntry;
  judgement: Judgement;
  state: VerificationState;
  /** The last day the judgement counts as fresh, `YYYY-MM-DD`. */
  dueOn: string;
  /** Whole days from the day of the model to `dueOn`; negative once it is overdue. */
  daysLeft: number;
}

/** Days ahead that count as soon, where nobody says otherwise. */
export const soonInDays = 30;

/** The review of every published claim that can grow old, the one due first first. */
export function listReviews(model: Model): Review[] {
  return listClaimEntries(model.content.entries)
    .filter((entry) => !isDraft(entry))
    .flatMap((entry): Review[] => {
      const judgement = model.currentOf(entry);
      if (judgement === undefined) return [];
      const { state, freshUntil: dueOn } = model.verificationOf(judgement);
      return dueOn === undefined ? [] : [{ entry, judgement, state, dueOn, daysLeft: countDays(model.asOf, dueOn) }];
    })
    .sort((a, b) => compareText(a.dueOn, b.dueOn) || compareText(renderEntryPath(a.entry), renderEntryPath(b.entry)));
}

/** Published claims whose judgement has no evidence that could grow old, so that no day is set for its review. */
export function listUndated(model: Model): ClaimEntry[] {
  return listClaimEntries(model.content.entries).filter((entry) => {
    const judgement = model.currentOf(entry);
    return !isDraft(entry) && judgement !== undefined && model.verificationOf(judgement).freshUntil === undefined;
  });
}

/** Whether the day of a review has passed. On the day itself the judgement is still fresh. */
export function isOverdue({ daysLeft }: Pick<Review, 'daysLeft'>): boolean {
  return daysLeft < 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
