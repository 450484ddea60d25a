import type { APIRoute, GetStaticPaths } from 'astro';
import { toHref } from '#components/site-path.ts';
import { listReviews } from '#model/reviews.ts';
import { renderReviewCalendar } from '#model/view/review-calendar.ts';
import { groupByOwner, type OwnedReviews } from '#model/view/review-lists.ts';
import { getModel } from '#store/astro.ts';

export const getStaticPaths = (async () =>
  groupByOwner(listReviews(await getModel())).map((owned) => ({
    params: { owner: owned.slug },
    props: { ...owned },
  }))) satisfies GetStaticPaths;

/** The calendar of what one owner looks after. */
export const GET: APIRoute<OwnedReviews> = ({ props: { owner, reviews }, site }) => {
  const text = renderReviewCalendar(reviews, {
    name: `Reviews of ${owner}: Async Python on InterSystems IRIS`,
    toUrl: (path) => new URL(toHref(path), site).href,
  });
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
