import type { HostRecord, LinkRecord } from '#schema/link-health.ts';
import { renderCount } from '#report/phrase.ts';
import { renderForeign } from '#report/foreign.ts';
import type { Citation } from '../citation.ts';
import type { Hop } from '../exchange.ts';
import type { Observation } from '../observation.ts';
import type { PageFacts } from '../page-facts.ts';
import type { JudgedPart } from './expected-parts.ts';
import { describeNextChange, type DeathThreshold } from './next-change.ts';
import { describeSuggestion, renderFinding, renderHistory } from './phrases.ts';
import { verdictHelp } from './verdict-help.ts';

/** What an observation was made from. Whatever was not read is absent. */
export interface Circumstance {
  citation: Pick<Citation, 'id' | 'file' | 'line' | 'column'>;
  /** Name of the rule that decided. */
  rule: string;
  facts?: Pick<PageFacts, 'kind' | 'title' | 'headings' | 'lang' | 'text' | 'anchors'>;
  parts: readonly JudgedPart[];
  /** What the host answers for a page that does not exist. */
  control?: Pick<NonNullable<HostRecord['control']>, 'on' | 'probe' | 'status' | 'title'>;
  /** The record with the observation folded in. */
  record?: Pick<LinkRecord, 'state' | 'since' | 'streak' | 'lastOk' | 'nextDue'>;
  deadAfter?: DeathThreshold;
  today: string;
}

/** More headings than this say nothing more about the page. */
const headingLimit = 20;

/** Renders how a verdict came about: what was asked, what was read, what decided, and what follows from it. */
export function renderExplanation(observation: Observation, circumstance: Circumstance): string {
  const { citation, rule, facts, parts, control, record, today } = circumstance;
  const { hops, ms, verdict, url, notes, suggestion } = observation;
  const sections: [string, string[]][] = [
    [`Chain: ${renderCount(hops.length, 'request')}, ${Math.round(ms)} ms`, hops.map(renderHop)],
    ['Page', renderFacts(observation, facts)],
    ['Expectation', parts.length === 0 ? ['nothing but that the page is there'] : parts.map(renderPart)],
    ['Page that cannot exist', control === undefined ? ['not known of this host'] : renderControl(control)],
    [
      'Verdict',
      [
        renderFinding(observation),
        `rule: ${rule}`,
        verdictHelp[verdict].meaning,
        ...notes.map((note) => `note: ${renderForeign(note)}`),
        ...(suggestion === undefined
          ? []
          : [`suggestion: ${renderForeign(suggestion.value)} (${describeSuggestion(suggestion)})`]),
      ],
    ],
    ['State', record === undefined ? ['new, not recorded yet'] : renderState(record, circumstance.deadAfter, today)],
  ];
  return [
    `${renderForeign(citation.id)} at ${renderForeign(citation.file)}:${citation.line}:${citation.column}`,
    `url: ${renderForeign(url)}`,
    ...sections.flatMap(([title, lines]) => ['', title, ...lines.map((line) => `  ${line}`)]),
    '',
  ].join('\n');
}

function renderHop({ url, status, location, address, via }: Hop, index: number): string {
  return [
    `${index + 1}. ${status} ${renderForeign(url)}`,
    ...(address === undefined ? [] : [`at ${renderForeign(address)}`]),
    ...(via === undefined ? [] : ['by a refresh in the page']),
    ...(location === undefined ? [] : [`leads to ${renderForeign(location)}`]),
  ].join(', ');
}

function renderFacts({ bytes, truncated }: Observation, facts: Circumstance['facts']): string[] {
  const size = `size: ${renderCount(bytes, 'byte')}${truncated ? ', cut' : ''}`;
  if (facts === undefined) return ['not read', size];
  const { kind, title, lang, headings, text, anchors } = facts;
  return [
    `kind: ${kind}`,
    `title: ${title === undefined ? 'none' : renderForeign(title)}`,
    `language: ${lang === undefined ? 'not said' : renderForeign(lang)}`,
    size,
    `text: ${renderCount(text.length, 'character')}, ${renderCount(anchors.size, 'anchor')}`,
    `headings: ${headings.length}`,
    ...headings.slice(0, headingLimit).map((heading) => `  h${heading.level} ${renderForeign(heading.text)}`),
    ...(headings.length > headingLimit ? [`  and ${headings.length - headingLimit} more`] : []),
  ];
}

function renderPart({ part, text, isFound, nearest }: JudgedPart): string {
  const near = nearest === undefined ? '' : `; the nearest heading is ${renderForeign(nearest)}`;
  return `${isFound ? 'found' : 'not found'}: ${part} ${renderForeign(text)}${near}`;
}

function renderControl({ on, probe, status, title }: NonNullable<Circumstance['control']>): string[] {
  return [
    `${status} ${renderForeign(probe)}, asked on ${on}`,
    `title: ${title === undefined ? 'none' : renderForeign(title)}`,
  ];
}

function renderState(
  record: NonNullable<Circumstance['record']>,
  deadAfter: DeathThreshold | undefined,
  today: string,
): string[] {
  return [
    `${record.state} since ${record.since}, ${renderHistory(record, today)}`,
    `next: ${describeNextChange(record, deadAfter)}`,
    `due: ${record.nextDue}`,
  ];
}
