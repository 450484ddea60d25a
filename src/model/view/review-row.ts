import type { Model } from '../model.ts';
import { nobodyYet, renderOwner } from '../owner.ts';
import { deriveRenewal, renderRenewal, type RecordedSearch } from '../renewal.ts';
import { isOverdue, type Review } from '../reviews.ts';
import { renderEntryPath } from '../routes.ts';
import { verificationTerms } from '../vocabulary.ts';
import { deriveLink, type EntryLink } from './link.ts';

/** A page of this site to open, by its name. */
interface NamedPath {
  path: string;
  title: string;
}

/** A review as a row: when, what, who, and what to do. */
export interface ReviewRow {
  dueOn: string;
  /** "3 days overdue", "due today", "in 89 days". */
  when: string;
  isOverdue: boolean;
  link: EntryLink;
  owner: string;
  assessedOn: string;
  verification: string;
  /** The work in one phrase. */
  work: string;
  read: NamedPath[];
  measure: NamedPath[];
  searches: readonly RecordedSearch[];
  run: NamedPath[];
  /** The command that runs the samples; absent where there are none. */
  command: string | undefined;
}

export function deriveReviewRow(model: Model, review: Review): ReviewRow {
  const { entry, judgement, dueOn, daysLeft, state } = review;
  const renewal = deriveRenewal(entry, judgement);
  const samples = renewal.run.flatMap((id) => model.find('samples', id) ?? []);
  return {
    dueOn,
    when: renderDaysLeft(daysLeft),
    isOverdue: isOverdue(review),
    link: deriveLink(model, entry),
    owner: renderOwner(entry) ?? nobodyYet,
    assessedOn: judgement.on,
    verification: verificationTerms[state].word,
    work: renderRenewal(renewal),
    read: renewal.read.map((id) => nameSource(model, id)),
    measure: renewal.measure.map((id) => nameSource(model, id)),
    searches: renewal.searches,
    run: samples.map((sample) => ({ path: renderEntryPath(sample), title: sample.data.title })),
    command: samples.length === 0 ? undefined : `npm run samples -- ${samples.map(({ id }) => id).join(' ')}`,
  };
}

/** The days to a review in words. */
export function renderDaysLeft(daysLeft: number): string {
  if (daysLeft === 0) return 'due today';
  const days = Math.abs(daysLeft);
  const count = `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`;
  return daysLeft < 0 ? `${count} overdue` : `in ${count}`;
}

function nameSource(model: Model, id: string): NamedPath {
  return { path: renderEntryPath({ collection: 'sources', id }), title: model.findSource(id)?.title ?? id };
}
