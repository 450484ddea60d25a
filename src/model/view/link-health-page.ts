import type { HostRecord, LinkRecord, LinkState } from '#schema/link-health.ts';
import { renderInert } from '#report/inert.ts';
import { countDays } from '../day.ts';
import { listCitedPages, type CitedPage } from '../link-health.ts';
import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { linkFindingTerms, linkStateTerms, suggestionTerms } from '../vocabulary.ts';
import { deriveCitationHealth } from './citation-health.ts';
import { deriveLinkTally, mainStates, otherStates, type LinkTally } from './link-tally.ts';
import type { Mark } from './mark.ts';

/** A host as a row. */
export interface HostRow {
  host: string;
  citations: number;
  verified: number;
  /** The day of its newest check. */
  lastChecked: string;
  /** What it answers for a page that does not exist. */
  forMissing: string;
}

/** A citation as a row. All that comes from the check is text, made harmless. */
export interface CitationRow {
  id: string;
  title: string;
  path: string;
  mark: Mark;
  since: string;
  lastVerified: string;
  finding: LinkFinding | undefined;
  suggestion: { word: string; text: string; href: string | undefined } | undefined;
}

/** What the newest check found. */
export interface LinkFinding {
  word: string;
  code: string;
  detail: string;
  on: string | undefined;
}

/** Everything the page on link health shows. */
export interface LinkHealthPage {
  /** How many citations are verified, and how old that is, in sentences. */
  verdict: string;
  hasRun: boolean;
  of: number;
  /** Sources in use that have no address, so that no check can look at them. */
  withoutAddress: number;
  /** The three numbers that matter, and the rest. */
  counts: { main: StateCount[]; others: StateCount[] };
  hosts: HostRow[];
  /** What needs a look comes first. */
  citations: CitationRow[];
}

interface StateCount {
  mark: Mark;
  count: number;
}

/** Days after which the newest check is called old: the check itself gives up on a citation after as many. */
const oldAfterDays = 30;
const never = 'Never';

export function deriveLinkHealthPage(model: Model): LinkHealthPage {
  const tally = deriveLinkTally(model);
  const pages = listCitedPages(model.content.entries);
  const used = model.content.entries.sources.filter(({ data }) => data.retired === undefined);
  const count = (state: LinkState): StateCount => ({ mark: linkStateTerms[state], count: tally.counts[state] });
  return {
    verdict: renderVerdict(tally, model.asOf),
    hasRun: tally.checkedOn !== undefined,
    of: tally.of,
    withoutAddress: used.length - pages.length,
    counts: { main: mainStates.map(count), others: otherStates.map(count) },
    hosts: deriveHosts(model, pages),
    citations: pages
      .map((page) => ({ rank: worstFirst.indexOf(findState(model, page)), row: deriveRow(model, page) }))
      .sort((a, b) => a.rank - b.rank || (a.row.id < b.row.id ? -1 : 1))
      .map(({ row }) => row),
  };
}

const worstFirst: readonly LinkState[] = ['dead', 'suspect', 'unverifiable', 'waived', 'new', 'healthy'];

function renderVerdict({ of, counts, checkedOn }: LinkTally, asOf: string): string {
  const none = 'No citation has been verified live yet';
  if (checkedOn === undefined) {
    return counts.healthy === 0
      ? `${none}: no link check has run.`
      : `Verified live: ${counts.healthy} of ${of} citations, all of them by a person. No link check has run yet.`;
  }
  const days = countDays(checkedOn, asOf);
  const age = days > oldAfterDays ? ` That was ${days} days before ${asOf}: what it found may no longer hold.` : '';
  return counts.healthy === 0
    ? `${none}. The newest check ran on ${checkedOn}, and could not verify any.${age}`
    : `Verified live: ${counts.healthy} of ${of} citations. The newest check ran on ${checkedOn}.${age}`;
}

function deriveHosts(model: Model, pages: readonly CitedPage[]): HostRow[] {
  // A host with several kinds of pages has a record for each, named `host (kind)`.
  const records = Map.groupBy(model.content.linkHealth.data.hosts, ({ host }) => host.replace(/ \(.*\)$/, ''));
  return [...Map.groupBy(pages, ({ data }) => new URL(data.url).hostname)]
    .map(([host, group]): HostRow => ({
      host,
      citations: group.length,
      verified: group.filter((page) => findState(model, page) === 'healthy').length,
      lastChecked:
        group
          .flatMap(({ id }) => model.findHealth(id)?.lastChecked ?? [])
          .sort()
          .at(-1) ?? never,
      forMissing: renderControls(records.get(host) ?? []),
    }))
    .sort((a, b) => b.citations - a.citations || (a.host < b.host ? -1 : 1));
}

function renderControls(records: readonly HostRecord[]): string {
  const answers = records.flatMap(({ control }) => (control === undefined ? [] : [renderControl(control)]));
  return answers.length === 0 ? 'Not known' : [...new Set(answers)].join('; ');
}

function renderControl(control: NonNullable<HostRecord['control']>): string {
  const title = renderInert(control.title?.trim() ?? '', 120);
  return `${control.status}${title === '' ? '' : `, “${title}”`}, on ${control.on}`;
}

function findState(model: Model, { id }: CitedPage): LinkState {
  return deriveCitationHealth(model, id)?.state ?? 'new';
}

function deriveRow(model: Model, page: CitedPage): CitationRow {
  const health = deriveCitationHealth(model, page.id);
  const record = model.findHealth(page.id);
  return {
    id: page.id,
    title: page.data.title,
    path: renderEntryPath(page),
    mark: linkStateTerms[findState(model, page)],
    since: record?.since ?? '',
    lastVerified: health?.lastVerified ?? never,
    finding: record && deriveLinkFinding(record),
    suggestion: record?.suggestion && deriveSuggestion(record.suggestion),
  };
}

/** What the newest check of a citation found, in words. */
export function deriveLinkFinding({ last, lastChecked, unstable }: LinkRecord): LinkFinding {
  const detail = renderInert(last.detail.trim());
  const flips = unstable === true ? 'It is as cited only every so often.' : '';
  return {
    word: linkFindingTerms[last.verdict].word,
    code: last.code,
    detail: [detail, flips].filter((part) => part !== '').join(' '),
    on: lastChecked ?? undefined,
  };
}

/** A replacement comes from the network: it is linked only when it is an https address and nothing else. */
function deriveSuggestion({
  kind,
  value,
  confidence,
}: NonNullable<LinkRecord['suggestion']>): CitationRow['suggestion'] {
  const url = URL.parse(value);
  const isSafe = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return {
    word: `${suggestionTerms[kind].word}, ${confidence === 'high' ? 'confirmed' : 'not confirmed'}`,
    text: renderInert(isSafe ? url.href : value),
    href: isSafe ? url.href : undefined,
  };
}
