import { eventTerms } from '../change-vocabulary.ts';
import type { Event } from '../events.ts';
import { renderJudgementPath } from '../history-routes.ts';
import type { Model } from '../model.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { deriveMark, type Mark } from './mark.ts';

/** An event as a row: what happened to which entry. */
export interface EventRow {
  on: string;
  kind: string;
  link: EntryLink;
  /** The judgement in the history of the entry, with its evidence. */
  path: string;
  from: Mark | undefined;
  to: Mark | undefined;
  summary: string;
}

export function deriveEventRow(model: Model, { on, kind, entry, judgement, before }: Event): EventRow {
  return {
    on,
    kind: eventTerms[kind].word,
    link: deriveLink(model, entry),
    path: renderJudgementPath(entry, on),
    from: deriveMark(entry.collection, before),
    to: deriveMark(entry.collection, judgement),
    summary: judgement.summary,
  };
}
