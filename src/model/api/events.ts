import type { ApiEvent } from '#schema/api/events.ts';
import { eventTerms } from '../change-vocabulary.ts';
import { listEvents, type Event } from '../events.ts';
import type { Judgement } from '../judgements.ts';
import type { Api } from './api.ts';
import { deriveJudgement } from './assessment.ts';
import { deriveEntryReference } from './links.ts';
import { deriveRichText } from './rich-text.ts';

/** Every event of every entry, newest first. */
export function deriveEvents(api: Api): { count: number; events: ApiEvent[] } {
  const events = listEvents(api.model.content.entries).map((event) => deriveEvent(api, event));
  return { count: events.length, events };
}

function deriveEvent(api: Api, { on, kind, entry, judgement, before }: Event): ApiEvent {
  const derive = (from: Judgement): ApiEvent['after'] => {
    const { status, status_label, maturity } = deriveJudgement(entry, from);
    return { status, status_label, maturity };
  };
  return {
    id: `${entry.collection}/${entry.id}/${on}`,
    on,
    kind,
    kind_label: eventTerms[kind].word,
    entry: deriveEntryReference(api, entry),
    before: before === undefined ? null : derive(before),
    after: derive(judgement),
    ...deriveRichText('summary', judgement.summary),
  };
}
