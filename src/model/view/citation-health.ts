import type { LinkRecord, LinkState } from '#schema/link-health.ts';
import type { Model } from '../model.ts';
import { linkStateTerms } from '../vocabulary.ts';
import type { Mark } from './mark.ts';

/** How a citation fares, as it stands beside every mention of its source. */
export interface CitationHealth {
  state: LinkState;
  /** Its word is a phrase with the day: "Last verified 2026-11-20". */
  mark: Mark;
  /** The day it was last read live, by a person or by the check. */
  lastVerified: string | undefined;
  /** Sentences that give that day where the mark does not, and say why a failure is excused. */
  note: string | undefined;
}

/** Derives the health of a source; undefined for one without an address, which nothing can check. */
export function deriveCitationHealth(model: Model, id: string): CitationHealth | undefined {
  if (model.findSource(id)?.url === undefined) return undefined;
  const record = model.findHealth(id);
  const lastVerified = model.lastReadOf(id);
  const state = deriveState(record, lastVerified);
  return {
    state,
    mark: { ...linkStateTerms[state], word: renderPhrase(state, record, lastVerified) },
    lastVerified,
    note: renderNote(model, id, state, lastVerified),
  };
}

function renderNote(model: Model, id: string, state: LinkState, lastVerified: string | undefined): string | undefined {
  const waiver = model.content.waivers.data.find(({ match }) => match.citation === id);
  const sentences = [
    ...(state === 'healthy' || lastVerified === undefined ? [] : [`Last verified ${lastVerified}.`]),
    ...(state === 'waived' && waiver !== undefined ? [`Until ${waiver.expires}: ${waiver.reason}`] : []),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** The state on record. Without one, the day on which a person read the page counts, and nothing else does. */
function deriveState(record: LinkRecord | undefined, lastVerified: string | undefined): LinkState {
  if (record !== undefined && record.state !== 'new' && record.state !== 'healthy') return record.state;
  return lastVerified === undefined ? 'new' : 'healthy';
}

function renderPhrase(state: LinkState, record: LinkRecord | undefined, lastVerified: string | undefined): string {
  if (state === 'healthy') return `Last verified ${lastVerified ?? ''}`;
  if (state === 'new' || record === undefined) return 'Not verified yet';
  const { since, streak } = record;
  switch (state) {
    case 'suspect':
      return `Suspect since ${since}: ${streak?.kind === 'weak' ? 'it did not answer' : 'it answered otherwise than cited'}`;
    case 'dead':
      // The state begins with the failure that settles it; for a reader it began with the first.
      return `${streak?.kind === 'weak' ? 'Has not answered' : 'Answers no longer as cited'} since ${streak?.from ?? since}`;
    case 'unverifiable':
      // A page that turns machines away can still be read by a person.
      return `Could not be verified ${lastVerified !== undefined && lastVerified >= since ? 'by the check ' : ''}since ${since}`;
    case 'waived':
      return `Excused by a waiver since ${since}`;
    default:
      return state satisfies never;
  }
}
