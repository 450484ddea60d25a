import type { ClaimEntry, Entry } from '../content.ts';
import type { Model } from '../model.ts';
import { renderOwner } from '../owner.ts';
import { deriveRenewal, renderRenewal } from '../renewal.ts';
import { fixedRoutes, renderEntryPath } from '../routes.ts';
import { collectionTerms, severityTerms, verificationTerms } from '../vocabulary.ts';
import { deriveCitations, type NumberedSource } from './citations.ts';
import { listEntryData, type DataLink } from './data-links.ts';
import { deriveHistory, type HistoryItem } from './history.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { deriveMark, type Mark } from './mark.ts';
import { listInOrder } from './order.ts';
import { deriveSampleFigure, type SampleFigure } from './sample-figure.ts';
import { deriveRelated, type RelatedGroup } from './related.ts';
import { deriveSourceLink, type SourceLink } from './source-link.ts';
import { renderVerification } from './verification-word.ts';

/** A line of the facts block at the head of an entry. */
export interface Fact {
  term: string;
  value: string;
  /** A sentence that explains the value. */
  note?: string | undefined;
  path?: string | undefined;
  /** Drawn in place of the value, with the value as its word. */
  mark?: Mark | undefined;
}

/** Everything the page of an entry shows, finished: the page lays it out and derives nothing. */
export interface EntryPage {
  collection: ClaimEntry['collection'];
  kind: string;
  id: string;
  path: string;
  file: string;
  title: string;
  summary: string;
  mark: Mark | undefined;
  facts: Fact[];
  /** Lists of plain sentences, such as limits or acceptance criteria. */
  lists: { id: string; title: string; ordered: boolean; items: readonly string[] }[];
  history: HistoryItem[];
  related: RelatedGroup[];
  docs: SourceLink[];
  /** Samples of the page: those that the prose does not show stand in a section of their own. */
  samples: { figure: SampleFigure; isInProse: boolean; isLong: boolean }[];
  sources: NumberedSource[];
  /** The same for machines. */
  data: DataLink[];
  previous: EntryLink | undefined;
  next: EntryLink | undefined;
}

export function deriveEntryPage(model: Model, entry: ClaimEntry): EntryPage {
  const { previous, next } = deriveNeighbours(model, entry);
  return {
    collection: entry.collection,
    kind: collectionTerms[entry.collection].singular,
    id: entry.id,
    path: renderEntryPath(entry),
    file: entry.file,
    title: entry.data.title,
    summary: entry.data.summary,
    mark: deriveMark(entry.collection, model.currentOf(entry)),
    facts: [...listOwnFacts(entry), ...listSharedFacts(model, entry)],
    lists: listSentences(entry),
    history: deriveHistory(model, entry),
    related: deriveRelated(model, entry),
    docs: entry.data.docs.map((id) => deriveSourceLink(model, id)),
    samples: deriveSamples(model, entry),
    sources: deriveCitations(model, entry),
    data: listEntryData(entry),
    previous,
    next,
  };
}

/** The entries before and after one in the order of its collection. */
export function deriveNeighbours(
  model: Model,
  entry: Entry,
): { previous: EntryLink | undefined; next: EntryLink | undefined } {
  const order = listInOrder(model, entry.collection);
  const index = order.findIndex(({ id }) => id === entry.id);
  const [previous, next] = [order[index - 1], order[index + 1]];
  return { previous: previous && deriveLink(model, previous as Entry), next: next && deriveLink(model, next as Entry) };
}

function listOwnFacts(entry: ClaimEntry): Fact[] {
  switch (entry.collection) {
    case 'edges':
      return [{ term: 'Severity', value: severityTerms[entry.data.severity].word, note: entry.data.severityReason }];
    case 'patterns':
      return [
        { term: 'Need', value: entry.data.need },
        { term: 'Runs in', value: entry.data.runsIn },
        { term: 'Languages', value: entry.data.languages.join(', ') },
      ];
    case 'proposals':
      return [
        { term: 'Priority', value: String(entry.data.priority), note: 'Rank in the analysis; 1 is asked for first.' },
        { term: 'Ask', value: entry.data.ask },
        { term: 'Baseline 2025-08-17', value: entry.data.baseline },
      ];
    case 'findings':
      return [{ term: 'Claim', value: entry.data.claim }];
    case 'guides':
      return [{ term: 'For', value: entry.data.audience }];
    case 'background':
      return [{ term: 'On IRIS', value: entry.data.onIris }];
    case 'questions':
      return [
        { term: 'State', value: entry.data.settled === undefined ? 'Open' : `Settled on ${entry.data.settled.on}` },
        { term: 'Raised on', value: entry.data.raisedOn },
        { term: 'Settled by', value: entry.data.settledBy },
      ];
    default:
      return entry satisfies never;
  }
}

function listSharedFacts(model: Model, entry: ClaimEntry): Fact[] {
  const current = model.currentOf(entry);
  const { document, section, item } = entry.data.origin;
  const origin: Fact = {
    term: 'Origin',
    value: deriveSourceLink(model, document).title,
    note: `${section}, item ${item}`,
    path: renderEntryPath({ collection: 'sources', id: document }),
  };
  const owner = renderOwner(entry);
  const shared: Fact[] = owner === undefined ? [origin] : [{ term: 'Owner', value: owner }, origin];
  const verification = { term: 'Verification', value: renderVerification(model, entry), path: '/about/#verification' };
  if (current === undefined) return [{ ...verification, note: 'An open question claims nothing.' }, ...shared];
  const { state, freshUntil } = model.verificationOf(current);
  const work = renderRenewal(deriveRenewal(entry, current));
  return [
    { term: 'Last assessed', value: current.on },
    { ...verification, note: verificationTerms[state].meaning },
    {
      term: 'Review',
      value: freshUntil === undefined ? 'No day set' : `Due by ${freshUntil}`,
      note: `To renew it: ${work}.`,
      path: fixedRoutes.reviews,
    },
    ...shared,
  ];
}

function listSentences(entry: ClaimEntry): EntryPage['lists'] {
  switch (entry.collection) {
    case 'patterns':
      return [{ id: 'limits', title: 'Limits', ordered: false, items: entry.data.limits }];
    case 'proposals':
      return [{ id: 'acceptance', title: 'Acceptance criteria', ordered: true, items: entry.data.acceptance }];
    default:
      return [];
  }
}

/** Lines of code beyond which a page about something else leads to the sample's own page instead of showing it. */
const longSample = 150;

function deriveSamples(model: Model, entry: ClaimEntry): EntryPage['samples'] {
  const mentions = model.referencesOf(entry).filter(({ targets }) => targets.includes('samples'));
  const inProse = new Set(mentions.filter(({ field }) => field === 'Sample').map(({ id }) => id));
  return [...new Set(mentions.map(({ id }) => id))].flatMap((id) => {
    const sample = model.find('samples', id);
    if (sample === undefined) return [];
    const figure = deriveSampleFigure(model, sample);
    return [{ figure, isInProse: inProse.has(id), isLong: figure.excerpt.split('\n').length > longSample }];
  });
}
