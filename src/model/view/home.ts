import type { GapStatus } from '#schema/assessment.ts';
import { listEvents } from '../events.ts';
import type { Model } from '../model.ts';
import { rollUp, type RollUp } from '../status.ts';
import { gapTerms } from '../vocabulary.ts';
import { deriveEventRow, type EventRow } from './event-row.ts';
import { listGapStates } from './gap-states.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { deriveMark, type Mark } from './mark.ts';
import { listInOrder } from './order.ts';

/** How many events the home page shows. */
const newestCount = 5;

/** Everything the home page shows. Numbers and verdicts are all computed. */
export interface HomePage {
  /** The newest judgement of all: the data is as of this day. */
  dataAsOf: string;
  /** Sharp edges that block a team and have no official answer. */
  blockers: EntryLink[];
  edges: EntryLink[];
  rollUp: RollUp;
  /** How many edges have each status, best first, statuses nobody has left out. */
  distribution: { status: GapStatus; word: string; mark: Mark; count: number }[];
  findings: { link: EntryLink; claim: string; mark: Mark | undefined; why: string }[];
  patterns: { need: string; link: EntryLink; runsIn: string; languages: string }[];
  proposals: { link: EntryLink; priority: number; ask: string }[];
  events: EventRow[];
  questions: { link: EntryLink; settledBy: string }[];
}

export function deriveHomePage(model: Model): HomePage {
  const edges = listInOrder(model, 'edges');
  const events = listEvents(model.content.entries);
  const sum = rollUp(listGapStates(model, 'edges'));
  return {
    dataAsOf: events[0]?.on ?? model.asOf,
    blockers: edges
      .filter((entry) => entry.data.severity === 'blocker' && model.currentOf(entry)?.status !== 'shipped')
      .map((entry) => deriveLink(model, entry)),
    edges: edges.map((entry) => deriveLink(model, entry)),
    rollUp: sum,
    distribution: (['shipped', 'partially-addressed', 'community-workaround', 'open', 'unknown'] as const)
      .map((status) => ({
        status,
        word: gapTerms[status].word,
        mark: gapTerms[status],
        count: sum.distribution[status],
      }))
      .filter(({ count }) => count > 0),
    findings: listInOrder(model, 'findings').map((entry) => {
      const current = model.currentOf(entry);
      return {
        link: deriveLink(model, entry),
        claim: entry.data.claim,
        mark: deriveMark('findings', current),
        why: current?.summary ?? '',
      };
    }),
    patterns: listInOrder(model, 'patterns').map((entry) => ({
      need: entry.data.need,
      link: deriveLink(model, entry),
      runsIn: entry.data.runsIn,
      languages: entry.data.languages.join(', '),
    })),
    proposals: listInOrder(model, 'proposals').map((entry) => ({
      link: deriveLink(model, entry),
      priority: entry.data.priority,
      ask: entry.data.ask,
    })),
    events: events
      .filter(({ kind }) => kind !== 'added')
      .slice(0, newestCount)
      .map((event) => deriveEventRow(model, event)),
    questions: listInOrder(model, 'questions')
      .filter(({ data }) => data.settled === undefined)
      .map((entry) => ({ link: deriveLink(model, entry), settledBy: entry.data.settledBy })),
  };
}
