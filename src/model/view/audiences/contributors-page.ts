import { renderCount } from '#report/phrase.ts';
import type { VerificationState } from '../../verification.ts';
import { isDraft, listClaimEntries, type ClaimEntry, type Entry } from '../../content.ts';
import { listCitedPages } from '../../link-health.ts';
import type { Model } from '../../model.ts';
import { isOverdue, listReviews } from '../../reviews.ts';
import { fixedRoutes, renderEntryPath, renderIndexPath } from '../../routes.ts';
import { collectionTerms, verificationTerms } from '../../vocabulary.ts';
import { capList, type CappedList } from '../capped-list.ts';
import { deriveLink, deriveLinks, type EntryLink } from '../link.ts';
import { listInOrder } from '../order.ts';
import { deriveReviewRow, type ReviewRow } from '../review-row.ts';
import { renderReviewAnswer } from '../reviews-page.ts';
import { listUntested, type UntestedGroup } from '../untested-samples.ts';

/** How many items of a list the page shows. */
const limit = 60;
/** How many reviews it shows. */
const reviewLimit = 10;

/** An open question, and what would settle it. */
export interface OpenQuestion {
  link: EntryLink;
  settledBy: string;
  /** Entries that wait for the answer. */
  blocks: number;
  probe: { path: string; title: string } | undefined;
}

/** What still wants work. */
export interface ContributorsPage {
  answer: string;
  questions: CappedList<OpenQuestion>;
  reviews: { answer: string; list: CappedList<ReviewRow> };
  /** Claims that are not verified, by why not. */
  claims: { state: VerificationState; title: string; meaning: string; list: CappedList<EntryLink> }[];
  untested: UntestedGroup[];
  /** Sources that nobody has read live, by host. */
  citations: { unread: number; of: number; hosts: CappedList<{ host: string; unread: number; of: number }> };
  /** Entries that are being written. They have no page yet. */
  drafts: { file: string; title: string; kind: string }[];
}

/** Derives the page; `drafts` are entries that the model of a published site leaves out. */
export function deriveContributorsPage(model: Model, drafts: readonly Entry[]): ContributorsPage {
  const reviews = listReviews(model);
  const { shown, ...rest } = capList(reviews, reviewLimit, fixedRoutes.reviews);
  return {
    answer: renderContributorsAnswer(model),
    questions: capList(listOpenQuestions(model), limit, renderIndexPath('questions')),
    reviews: {
      answer: renderReviewAnswer(model, reviews),
      list: { ...rest, shown: shown.map((review) => deriveReviewRow(model, review)) },
    },
    claims: groupUnverified(model),
    untested: listUntested(model),
    citations: countUnread(model),
    drafts: drafts.map(({ file, data, collection }) => ({
      file,
      title: data.title,
      kind: collectionTerms[collection].singular,
    })),
  };
}

/** How much there is to do, by kind. */
export function renderContributorsAnswer(model: Model): string {
  const questions = listOpenQuestions(model).length;
  const unverified = listUnverified(model).length;
  const judged = listClaimEntries(model.content.entries).filter((entry) => model.currentOf(entry) !== undefined).length;
  const overdue = listReviews(model).filter(isOverdue).length;
  const { unread, of } = countUnread(model);
  return `${renderCount(questions, 'open question')}. ${unverified} of ${renderCount(judged, 'claim')} ${unverified === 1 ? 'is' : 'are'} not verified, ${renderCount(overdue, 'review')} overdue, and ${unread} of ${renderCount(of, 'citation')} ${unread === 1 ? 'was' : 'were'} never read live.`;
}

function listOpenQuestions(model: Model): OpenQuestion[] {
  return listInOrder(model, 'questions')
    .filter(({ data }) => data.settled === undefined)
    .map((entry) => {
      const probe = entry.data.probe === undefined ? undefined : model.find('samples', entry.data.probe);
      return {
        link: deriveLink(model, entry),
        settledBy: entry.data.settledBy,
        blocks: deriveLinks(model, entry.data.blocks).length,
        probe: probe && { path: renderEntryPath(probe), title: probe.data.title },
      };
    });
}

/** Worst first: what is stale can be wrong by now, what is unverified was never looked at live. */
const unverifiedStates = ['disputed', 'stale', 'unverified', 'uncheckable'] as const satisfies VerificationState[];

function listUnverified(model: Model): { entry: ClaimEntry; state: VerificationState }[] {
  return listClaimEntries(model.content.entries).flatMap((entry) => {
    const current = model.currentOf(entry);
    if (current === undefined || isDraft(entry)) return [];
    const { state } = model.verificationOf(current);
    return state === 'verified' ? [] : [{ entry, state }];
  });
}

function groupUnverified(model: Model): ContributorsPage['claims'] {
  const all = listUnverified(model);
  return unverifiedStates
    .map((state) => ({
      state,
      title: verificationTerms[state].word,
      meaning: verificationTerms[state].meaning,
      list: capList(
        all.filter((claim) => claim.state === state).map(({ entry }) => deriveLink(model, entry)),
        limit,
        fixedRoutes.reviews,
      ),
    }))
    .filter(({ list }) => list.total > 0);
}

function countUnread(model: Model): ContributorsPage['citations'] {
  const pages = listCitedPages(model.content.entries).map(({ id, data }) => ({
    host: URL.parse(data.url)?.hostname ?? data.url,
    isUnread: model.lastReadOf(id) === undefined,
  }));
  const hosts = [...Map.groupBy(pages, ({ host }) => host)]
    .map(([host, own]) => ({ host, unread: own.filter(({ isUnread }) => isUnread).length, of: own.length }))
    .filter(({ unread }) => unread > 0)
    .sort((a, b) => b.unread - a.unread || (a.host < b.host ? -1 : 1));
  return {
    unread: pages.filter(({ isUnread }) => isUnread).length,
    of: pages.length,
    hosts: capList(hosts, limit, fixedRoutes.linkHealth),
  };
}
