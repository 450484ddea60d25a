import type { Event, EventKind } from '../events.ts';
import type { Model } from '../model.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { deriveMark, type Mark } from './mark.ts';

/** An event as a row: what happened to which entry. */
export interface EventRow {
  on: string;
  kind: string;
  link: EntryLink;
  from: Mark | undefined;
  to: Mark | undefined;
  summary: string;
}

const kindWords: Record<EventKind, string> = {
  regressed: 'Regressed',
  improved: 'Improved',
  corrected: 'Corrected',
  retired: 'Retired',
  added: 'Added',
  're-verified': 'Re-verified',
};

export function deriveEventRow(model: Model, { on, kind, entry, judgement, before }: Event): EventRow {
  return {
    on,
    kind: kindWords[kind],
    link: deriveLink(model, entry),
    from: deriveMark(entry.collection, before),
    to: deriveMark(entry.collection, judgement),
    summary: judgement.summary,
  };
}
