import ical, { ICalEventTransparency } from 'ical-generator';
import { listJudgements } from '../judgements.ts';
import { nobodyYet, renderOwner } from '../owner.ts';
import { deriveRenewal, renderRenewal } from '../renewal.ts';
import type { Review } from '../reviews.ts';
import { renderEntryPath } from '../routes.ts';
import { collectionTerms } from '../vocabulary.ts';

/** The calendar every review is in; owners have one of their own besides. */
export const calendarPath = '/reviews.ics';

/** Who a calendar is for, and where the site stands. */
export interface CalendarFrame {
  /** Its name, as calendar applications show it. */
  name: string;
  /** Turns a root-relative path of the site into a whole address. */
  toUrl: (path: string) => string;
}

/**
 * Renders reviews as iCalendar (RFC 5545), one whole-day event each. Nothing in it depends on the clock: an event is
 * stamped with the day of the judgement it renews, and its sequence counts the judgements, so that an application
 * moves the event it has when somebody has judged again.
 */
export function renderReviewCalendar(reviews: readonly Review[], { name, toUrl }: CalendarFrame): string {
  const calendar = ical({
    prodId: { company: 'iris-async', product: 'reviews', language: 'EN' },
    // ical-generator 11.1.2 escapes the texts of events, and not the name of the calendar.
    name: renderPlain(name)
      .replaceAll(/[\\,;]/g, '\\$&')
      .replaceAll('\n', ' '),
  });
  for (const { entry, judgement, dueOn } of reviews) {
    const path = renderEntryPath(entry);
    calendar.createEvent({
      // No host name: the address of the site may change, and the event stays the same.
      id: `review-${entry.collection}-${entry.id}@iris-async`,
      sequence: listJudgements(entry).length - 1,
      stamp: `${judgement.on}T00:00:00Z`,
      start: dueOn,
      allDay: true,
      // It marks a day and takes no time of anybody.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: renderPlain(`Review due: ${entry.data.title}`),
      description: renderPlain(
        [
          `${collectionTerms[entry.collection].singular}, last judged on ${judgement.on}. After ${dueOn} it counts as stale.`,
          `To renew it: ${renderRenewal(deriveRenewal(entry, judgement))}.`,
          `Owner: ${renderOwner(entry) ?? nobodyYet}`,
        ].join('\n'),
      ),
      url: toUrl(path),
      categories: [{ name: collectionTerms[entry.collection].plural }],
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Text without the control characters that iCalendar refuses; line breaks and tabs stay. */
function renderPlain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ');
}
