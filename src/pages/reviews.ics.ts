import type { APIRoute } from 'astro';
import { toHref } from '#components/site-path.ts';
import { listReviews } from '#model/reviews.ts';
import { renderReviewCalendar } from '#model/view/review-calendar.ts';
import { getModel } from '#store/astro.ts';

/** The calendar of all reviews. */
export const GET: APIRoute = async ({ site }) => {
  const text = renderReviewCalendar(listReviews(await getModel()), {
    name: 'Reviews of Async Python on InterSystems IRIS',
    toUrl: (path) => new URL(toHref(path), site).href,
  });
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
