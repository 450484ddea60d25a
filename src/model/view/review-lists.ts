import { renderCount } from '#report/phrase.ts';
import type { Model } from '../model.ts';
import { deriveOwnerSlugs, renderOwner } from '../owner.ts';
import { listReviews, type Review } from '../reviews.ts';
import { groupReviews } from './review-groups.ts';
import { deriveReviewRow, type ReviewRow } from './review-row.ts';
import { renderReviewListPath, shownPerGroup } from './reviews-page.ts';

/** How many reviews stand on one page of a list. */
const perPage = 200;

/** One page of the whole list of a group or of an owner. */
export interface ReviewListPage {
  /** What stands behind `/reviews/`: `2027-02`, `2027-02/2`, `by/a-team`. */
  id: string;
  title: string;
  introduction: string;
  rows: ReviewRow[];
  /** The calendar of an owner. */
  calendar: string | undefined;
  previous: string | undefined;
  next: string | undefined;
}

/** The reviews of one owner. */
export interface OwnedReviews {
  owner: string;
  slug: string;
  reviews: Review[];
}

/** Reviews by owner, in the order of the names, without those that nobody has taken on. */
export function groupByOwner(reviews: readonly Review[]): OwnedReviews[] {
  const owned = Map.groupBy(reviews, ({ entry }) => renderOwner(entry));
  return [...deriveOwnerSlugs([...owned.keys()].filter((owner) => owner !== undefined))].map(([owner, slug]) => ({
    owner,
    slug,
    reviews: owned.get(owner) ?? [],
  }));
}

/** Every page of every list that is too long for the page of reviews, and the list of every owner. */
export function deriveReviewLists(model: Model): ReviewListPage[] {
  const reviews = listReviews(model);
  const groups = groupReviews(reviews)
    .filter(({ reviews: members }) => members.length > shownPerGroup)
    .map(({ id, title, reviews: members }) => ({ id, title: `Reviews: ${title}`, members }));
  const owners = groupByOwner(reviews).map(({ owner, slug, reviews: members }) => ({
    id: `by/${slug}`,
    title: `Reviews of ${owner}`,
    members,
  }));
  return [...groups, ...owners].flatMap(({ id, title, members }) => {
    const pageCount = Math.ceil(members.length / perPage);
    return Array.from({ length: pageCount }, (_, index): ReviewListPage => {
      const number = index + 1;
      return {
        id: renderPageId(id, number),
        title: number === 1 ? title : `${title}, page ${number}`,
        introduction: `${renderCount(members.length, 'review')} by the day they are due${pageCount === 1 ? '' : `, page ${number} of ${pageCount}`}.`,
        rows: members.slice(index * perPage, number * perPage).map((review) => deriveReviewRow(model, review)),
        calendar: id.startsWith('by/') ? `/reviews/${id}.ics` : undefined,
        previous: number === 1 ? undefined : renderReviewListPath(renderPageId(id, number - 1)),
        next: number === pageCount ? undefined : renderReviewListPath(renderPageId(id, number + 1)),
      };
    });
  });
}

function renderPageId(id: string, number: number): string {
  return number === 1 ? id : `${id}/${number}`;
}
