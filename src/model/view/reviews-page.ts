import { renderCount } from '#report/phrase.ts';
import { addDays } from '../day.ts';
import type { Model } from '../model.ts';
import { deriveOwnerSlugs, nobodyYet, renderOwner } from '../owner.ts';
import { isOverdue, listReviews, listUndated, soonInDays, type Review } from '../reviews.ts';
import { fixedRoutes } from '../routes.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { capList, type CappedList } from './capped-list.ts';
import { groupReviews } from './review-groups.ts';
import { deriveReviewRow, type ReviewRow } from './review-row.ts';
import { renderVerification } from './verification-word.ts';

/** How many reviews of one group the page shows before it leads to a list of their own. */
export const shownPerGroup = 40;

/** What one owner has to look at again. */
export interface OwnerRow {
  owner: string;
  /** Their own list; absent for what nobody has taken on. */
  path: string | undefined;
  overdue: number;
  soon: number;
  all: number;
  /** The day of the first. */
  nextOn: string;
}

/** Everything the page of reviews shows. */
export interface ReviewsPage {
  answer: string;
  count: number;
  /** The last day that counts as soon. */
  soonUntil: string;
  owners: OwnerRow[];
  groups: { id: string; title: string; list: CappedList<ReviewRow> }[];
  /** Claims no day can be set for. */
  undated: CappedList<{ link: EntryLink; verification: string }>;
}

export function deriveReviewsPage(model: Model): ReviewsPage {
  const reviews = listReviews(model);
  return {
    answer: renderReviewAnswer(model, reviews),
    count: reviews.length,
    soonUntil: addDays(model.asOf, soonInDays),
    owners: deriveOwnerRows(reviews),
    groups: groupReviews(reviews).map(({ id, title, reviews: members }) => {
      const { shown, ...rest } = capList(members, shownPerGroup, renderReviewListPath(id));
      return { id, title, list: { ...rest, shown: shown.map((review) => deriveReviewRow(model, review)) } };
    }),
    undated: capList(
      listUndated(model).map((entry) => ({
        link: deriveLink(model, entry),
        verification: renderVerification(model, entry),
      })),
      shownPerGroup,
      undefined,
    ),
  };
}

/** The path of a list of reviews: `overdue`, a month, or `by/` with the slug of an owner. */
export function renderReviewListPath(id: string): string {
  return `${fixedRoutes.reviews}${id}/`;
}

/** What is due, in one or two sentences. */
export function renderReviewAnswer({ asOf }: Model, reviews: readonly Review[]): string {
  const overdue = reviews.filter(isOverdue).length;
  const pending = reviews.slice(overdue);
  const next = pending[0];
  const first =
    overdue === 0
      ? `Nothing is overdue on ${asOf}.`
      : `${renderCount(overdue, 'review is', 'reviews are')} overdue on ${asOf}.`;
  if (next === undefined) return first;
  const soon = pending.filter(({ daysLeft }) => daysLeft <= soonInDays).length;
  const second =
    soon === 0
      ? `Nothing falls due within ${soonInDays} days; ${renderCount(countOn(pending, next.dueOn), 'review follows', 'reviews follow')} on ${next.dueOn}.`
      : `${renderCount(soon, 'review falls', 'reviews fall')} due within ${soonInDays} days, the first on ${next.dueOn}.`;
  return `${first} ${second}`;
}

function countOn(reviews: readonly Review[], day: string): number {
  return reviews.filter(({ dueOn }) => dueOn === day).length;
}

/** Who has what: those with the most overdue first, and what nobody has taken on last. */
function deriveOwnerRows(reviews: readonly Review[]): OwnerRow[] {
  const byOwner = Map.groupBy(reviews, ({ entry }) => renderOwner(entry));
  const slugs = deriveOwnerSlugs([...byOwner.keys()].filter((owner) => owner !== undefined));
  return [...byOwner]
    .map(([owner, own]): OwnerRow => {
      const slug = owner === undefined ? undefined : slugs.get(owner);
      return {
        owner: owner ?? nobodyYet,
        path: slug && renderReviewListPath(`by/${slug}`),
        overdue: own.filter(isOverdue).length,
        soon: own.filter((review) => !isOverdue(review) && review.daysLeft <= soonInDays).length,
        all: own.length,
        nextOn: own[0]?.dueOn ?? '',
      };
    })
    .sort(
      (a, b) =>
        Number(a.path === undefined) - Number(b.path === undefined) ||
        b.overdue - a.overdue ||
        (a.owner < b.owner ? -1 : 1),
    );
}
