import type { Message } from '#report/message.ts';
import type { LinkHealth, LinkRecord } from '#schema/link-health.ts';
import type { Waiver } from '#schema/waiver.ts';
import type { Citation } from '../citation.ts';
import { deriveDays } from '../history/day-evidence.ts';
import { settleState } from '../history/settle.ts';
import { isInForce } from '../history/waivers.ts';
import { deriveExpectHash } from '../identify/expect-hash.ts';
import type { Finding, Observation } from '../observation.ts';
import type { LinkReport, ReportedLink } from './link-report.ts';

interface ReportSubject {
  today: string;
  /** The record, with the observations of the run folded in. */
  health: LinkHealth;
  citations: readonly Citation[];
  waivers?: readonly Waiver[];
  /** The observations of this run, as they were found. */
  observations?: readonly Observation[];
  /** What is wrong with the waivers themselves. */
  messages?: readonly Message[];
}

/** Derives the report. A record of a citation that was edited since counts as none. */
export function deriveLinkReport(subject: ReportSubject): LinkReport {
  const { today, health, citations, waivers = [], observations = [], messages = [] } = subject;
  const records = new Map(health.links.map((record) => [record.citation, record]));
  const links = citations.map((citation): ReportedLink => {
    const { id, url, file, line, column, endColumn } = citation;
    const expectHash = deriveExpectHash(citation);
    const known = records.get(id);
    const record = known?.expectHash === expectHash ? settleState(known, today, waivers) : undefined;
    const seen = observations.filter((one) => one.citation === id && one.expectHash === expectHash);
    return {
      citation: id,
      ...{ url, file, line, column, endColumn },
      state: record?.state ?? 'new',
      since: record?.since ?? null,
      lastChecked: record?.lastChecked ?? null,
      lastOk: record?.lastOk ?? null,
      streak: record?.streak ?? null,
      unstable: record?.unstable === true,
      finding: deriveDays(seen, today).at(-1)?.deciding ?? recallFinding(record),
      waiver: record?.state === 'waived' ? findWaiver(waivers, id, today) : null,
    };
  });
  return { today, links: links.sort(compareLinks), observations, messages, replacements: [] };
}

/** What the record still says of the newest check. */
function recallFinding(record: LinkRecord | undefined): Finding | null {
  return record === undefined ? null : { ...record.last, notes: [], suggestion: record.suggestion };
}

function findWaiver(waivers: readonly Waiver[], id: string, today: string): ReportedLink['waiver'] {
  return waivers.find(({ match, expires }) => match.citation === id && isInForce(expires, today)) ?? null;
}

function compareLinks(a: ReportedLink, b: ReportedLink): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.citation, b.citation);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
