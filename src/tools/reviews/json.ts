import { renderOwner } from '#model/owner.ts';
import { deriveRenewal } from '#model/renewal.ts';
import { isOverdue } from '#model/reviews.ts';
import { escapeControls } from '#report/inert.ts';
import type { ReviewsResult } from './run.ts';

/** Renders the reviews for another program: one object, dates as `YYYY-MM-DD`, days as whole numbers. */
export function renderJson({ due, overdue, all }: ReviewsResult, asOf: string, withinDays: number): string {
  const reviews = due.map(({ review, message }) => {
    const { entry, judgement, dueOn, daysLeft, state } = review;
    const { read, measure, searches, run } = deriveRenewal(entry, judgement);
    return {
      collection: entry.collection,
      id: entry.id,
      title: entry.data.title,
      file: message.file,
      line: message.line,
      column: message.column,
      owner: renderOwner(entry) ?? null,
      judgedOn: judgement.on,
      dueOn,
      daysLeft,
      overdue: isOverdue(review),
      verification: state,
      renewal: { read, measure, search: searches, run },
    };
  });
  const text = JSON.stringify({ asOf, withinDays, counts: { overdue, due: due.length, all }, reviews }, null, 2);
  // JSON leaves some controls unescaped; escaping them changes no value.
  return `${text.split('\n').map(escapeControls).join('\n')}\n`;
}
