import type { GapStatus } from '#schema/assessment.ts';
import { listEvents } from '../events.ts';
import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { rollUp, type RollUp } from '../status.ts';
import { renderCount, renderList } from '#report/phrase.ts';
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
  /** The answer to the question of the page, in two sentences. */
  answer: string;
  /** What stands behind each of the three ways in. */
  ways: { build: string; ask: string; contribute: string };
  edges: EntryLink[];
  /** How many edges have each status, best first, statuses nobody has left out. */
  distribution: { status: GapStatus; word: string; mark: Mark; count: number }[];
  findings: { link: EntryLink; claim: string; mark: Mark | undefined; why: string }[];
  patterns: { need: string; link: EntryLink; runsIn: string; samples: { path: string; title: string }[] }[];
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
    answer: renderAnswer(countBlockers(model), sum),
    ways: {
      build: `${renderCount(model.content.entries.patterns.length, 'pattern')} and what each costs`,
      ask: `${renderCount(model.content.entries.proposals.length, 'proposal')}, with criteria`,
      contribute: 'settle a question, mend an entry',
    },
    edges: edges.map((entry) => deriveLink(model, entry)),
    distribution: bestFirst
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
      samples: entry.data.samples.flatMap((id) => {
        const sample = model.find('samples', id);
        return sample === undefined ? [] : [{ path: renderEntryPath(sample), title: sample.data.title }];
      }),
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

const bestFirst = ['shipped', 'partially-addressed', 'community-workaround', 'open', 'unknown'] as const;

/** Sharp edges that block a team and have no official answer. */
function countBlockers(model: Model): number {
  return model.content.entries.edges.filter(
    (entry) => entry.data.severity === 'blocker' && model.currentOf(entry)?.status !== 'shipped',
  ).length;
}

function renderAnswer(blockers: number, { distribution, experimental }: RollUp): string {
  const first =
    blockers === 0
      ? 'Yes: no sharp edge that blocks a team is left.'
      : `Yes, beside IRIS rather than inside it: ${renderCount(blockers, 'sharp edge')} that ${blockers === 1 ? 'blocks' : 'block'} an async-first team ${blockers === 1 ? 'has' : 'have'} no full official answer.`;
  const counts = bestFirst
    .filter((status) => distribution[status] > 0)
    .map((status) => {
      const count = distribution[status];
      const maturity = status === 'shipped' && experimental === count ? ' (experimental)' : '';
      return `${count} ${count === 1 ? 'is' : 'are'} ${gapTerms[status].word.toLowerCase()}${maturity}`;
    });
  const total = Object.values(distribution).reduce((sum, count) => sum + count, 0);
  return counts.length === 0 ? first : `${first} Of ${renderCount(total, 'sharp edge')}, ${renderList(counts)}.`;
}
