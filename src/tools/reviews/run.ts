import { buildModel } from '#model/model.ts';
import { renderOwner } from '#model/owner.ts';
import { deriveRenewal, renderRenewal } from '#model/renewal.ts';
import { isOverdue, listReviews, type Review } from '#model/reviews.ts';
import { ruleCatalogue } from '#model/rules/catalogue.ts';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { compareMessages, type Message } from '#report/message.ts';
import { readContent, type DiskContent } from '#store/disk.ts';
import type { Failure } from './arguments.ts';

/** What is listed, and on which day. */
export interface ReviewsWorld {
  contentDirectory: string;
  /** The day on which freshness is judged, `YYYY-MM-DD`. */
  asOf: string;
  withinDays: number;
  owner?: string | undefined;
  failOn?: Failure | undefined;
}

/** A review with the place of its judgement. */
export interface PlacedReview {
  review: Review;
  message: Message;
}

export interface ReviewsResult {
  /** What is overdue or falls due within the days asked for, the one due first first. */
  due: PlacedReview[];
  overdue: number;
  /** How many reviews there are, due or not. */
  all: number;
  /** The owners there are, to offer when one is misspelt. */
  owners: string[];
  /** Files that could not be read: what they hold is missing from the list. */
  unreadable: Message[];
  exitCode: ExitCode;
}

/** Lists the reviews of a content tree. Reads files, writes nothing. */
export function listDueReviews({ contentDirectory, asOf, withinDays, owner, failOn }: ReviewsWorld): ReviewsResult {
  const read = readContent(contentDirectory);
  const all = listReviews(buildModel(read.content, { asOf }));
  const own = owner === undefined ? all : all.filter(({ entry }) => renderOwner(entry) === owner);
  const due = own
    .filter(({ daysLeft }) => daysLeft <= withinDays)
    .map((review) => ({ review, message: describe(review, read, asOf, failOn) }));
  const unreadable = listUnreadable(read);
  const overdue = due.filter(({ review }) => isOverdue(review)).length;
  const fails = (failOn === 'overdue' && overdue > 0) || (failOn === 'due' && due.length > 0);
  return {
    due,
    overdue,
    all: own.length,
    owners: [...new Set(all.map(({ entry }) => renderOwner(entry)).filter((name) => name !== undefined))].sort(),
    unreadable,
    exitCode: unreadable.length > 0 ? exitCodes.unreadable : fails ? exitCodes.findings : exitCodes.fine,
  };
}

function describe(review: Review, { locate }: DiskContent, asOf: string, failOn: Failure | undefined): Message {
  const { entry, judgement, dueOn, daysLeft } = review;
  const isLate = isOverdue(review);
  const fails = failOn === 'due' || (failOn === 'overdue' && isLate);
  const days = Math.abs(daysLeft);
  const count = `${days} ${days === 1 ? 'day' : 'days'}`;
  const owner = renderOwner(entry);
  return {
    ruleId: isLate ? 'review-overdue' : 'review-due',
    level: fails ? 'error' : 'warning',
    file: entry.file,
    ...locate(entry.file, { path: [...judgement.path, 'on'] }),
    reason: isLate
      ? `Unexpected age of the judgement of ${judgement.on} on ${asOf}, expected a newer one by ${dueOn}: ${count} overdue`
      : `Unexpected age of the judgement of ${judgement.on} after ${dueOn}, expected a newer one by then: ${daysLeft === 0 ? 'today' : `in ${count}`}`,
    hint: `${renderRenewal(deriveRenewal(entry, judgement))}, then add a judgement with the day${owner === undefined ? '; nobody has taken it on yet' : `; ${owner} looks after it`}`,
  };
}

function listUnreadable({ problems, content }: DiskContent): Message[] {
  const broken = new Set(content.broken.map(({ file }) => file));
  return problems
    .filter(({ file }) => broken.has(file))
    .map(({ place, ruleId, ...problem }) => ({ ruleId, level: ruleCatalogue[ruleId].level, ...problem, ...place }))
    .sort(compareMessages);
}
