import type { GapStatus } from '#schema/assessment.ts';
import { audienceTerms } from '../audiences.ts';
import { listEvents } from '../events.ts';
import type { Model } from '../model.ts';
import { audienceNames, fixedRoutes, renderAudiencePath, renderEntryPath, type AudienceName } from '../routes.ts';
import { rollUp, type RollUp } from '../status.ts';
import { renderCount, renderList } from '#report/phrase.ts';
import { gapTerms } from '../vocabulary.ts';
import { deriveEventRow, type EventRow } from './event-row.ts';
import { bestFirst, listGapStates } from './gap-states.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { deriveMark, type Mark } from './mark.ts';
import { listInOrder } from './order.ts';
import { renderVerification } from './verification-word.ts';

/** How many events the home page shows. */
const newestCount = 5;

/** Everything the home page shows. Numbers and verdicts are all computed. */
export interface HomePage {
  /** The newest judgement of all: the data is as of this day. */
  dataAsOf: string;
  /** The answer to the question of the page, in two sentences. */
  answer: string;
  /** The ways in, each with what stands behind it. */
  ways: { title: string; path: string; note: string }[];
  edges: (EntryLink & { verification: string })[];
  /** How many edges have each status, best first, statuses nobody has left out. */
  distribution: { status: GapStatus; word: string; mark: Mark; count: number }[];
  findings: { link: EntryLink; claim: string; mark: Mark | undefined; why: string; verification: string }[];
  patterns: {
    need: string;
    link: EntryLink;
    runsIn: string;
    verification: string;
    samples: { path: string; title: string }[];
  }[];
  proposals: { link: EntryLink; priority: number; ask: string; verification: string }[];
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
    ways: listWays(model),
    edges: edges.map((entry) => ({ ...deriveLink(model, entry), verification: renderVerification(model, entry) })),
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
        verification: renderVerification(model, entry),
      };
    }),
    patterns: listInOrder(model, 'patterns').map((entry) => ({
      need: entry.data.need,
      link: deriveLink(model, entry),
      runsIn: entry.data.runsIn,
      verification: renderVerification(model, entry),
      samples: entry.data.samples.flatMap((id) => {
        const sample = model.find('samples', id);
        return sample === undefined ? [] : [{ path: renderEntryPath(sample), title: sample.data.title }];
      }),
    })),
    proposals: listInOrder(model, 'proposals').map((entry) => ({
      link: deriveLink(model, entry),
      priority: entry.data.priority,
      ask: entry.data.ask,
      verification: renderVerification(model, entry),
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

function listWays(model: Model): HomePage['ways'] {
  const { entries } = model.content;
  const isOpen = ({ data }: (typeof entries.questions)[number]) => data.settled === undefined;
  const notes: Record<AudienceName, string> = {
    builders: `${renderCount(entries.patterns.length, 'pattern')} and what each costs`,
    'product-team': `${renderCount(entries.proposals.length, 'proposal')}, with criteria`,
    architects: `${renderCount(entries.edges.length, 'sharp edge')} and the ways round`,
    contributors: `${renderCount(entries.questions.filter(isOpen).length, 'open question')} to settle`,
  };
  const needs = renderCount(entries.needs.length, 'need');
  return [
    ...audienceNames.map((name) => ({
      title: audienceTerms[name].title,
      path: renderAudiencePath(name),
      note: notes[name],
    })),
    {
      title: 'Compare routes',
      path: fixedRoutes.matrix,
      note: `${needs} on ${renderCount(entries.routes.length, 'route')}`,
    },
  ];
}

/** Sharp edges that block a team and have no full official answer. */
export function countBlockers(model: Model): number {
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
