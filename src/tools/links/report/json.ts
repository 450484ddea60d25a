import { cutForeign } from '#report/foreign.ts';
import type { Finding, Observation } from '../observation.ts';
import { renderJsonText } from './json-text.ts';
import { deriveLevel } from './level.ts';
import type { LinkReport } from './link-report.ts';
import { countLinks } from './totals.ts';

/** Version of both JSON formats. A key that changes its meaning raises it; a new key does not. */
const formatVersion = 1;

/** Longest URL that a source takes. A suggestion is kept whole or not at all: half a URL is another URL. */
const urlLength = 1200;

/** The whole report as one document. */
export function renderJson(report: LinkReport): string {
  const links = report.links.map(({ finding, waiver, ...link }) => ({
    ...link,
    level: deriveLevel({ finding, waiver, ...link }) ?? null,
    finding: finding && cutFinding(finding),
    waiver: waiver && { reason: cutForeign(waiver.reason), owner: cutForeign(waiver.owner), expires: waiver.expires },
  }));
  const { today, messages } = report;
  return `${renderJsonText({ v: formatVersion, today, totals: countLinks(report), links, messages }, 2)}\n`;
}

/** One observation a line. Without a run, what the record still says of the newest one: it has no chain, and only a day. */
export function renderJsonl({ observations, links }: LinkReport): string {
  const lines =
    observations.length > 0
      ? observations.map(cutObservation)
      : links.flatMap(({ citation, url, lastChecked: at, finding }) =>
          finding === null ? [] : [{ citation, url, at, ...cutFinding(finding) }],
        );
  return lines.map((line) => `${renderJsonText({ v: formatVersion, ...line })}\n`).join('');
}

function cutFinding({ verdict, code, detail, notes, suggestion }: Finding) {
  const isWhole = suggestion !== undefined && suggestion.value.length <= urlLength;
  return {
    verdict,
    code: cutForeign(code),
    detail: cutForeign(detail),
    notes: notes.map(cutForeign),
    ...(isWhole && { suggestion }),
  };
}

function cutObservation(observation: Observation) {
  const { citation, url, at, hops, ms, bytes, truncated, expectHash, validators, vantage } = observation;
  return {
    citation,
    url,
    at,
    ...cutFinding(observation),
    hops: hops.map(({ url: asked, status, location, address, via }) => ({
      url: cutForeign(asked),
      status,
      ...(location !== undefined && { location: cutForeign(location) }),
      ...(address !== undefined && { address: cutForeign(address) }),
      ...(via !== undefined && { via }),
    })),
    ms,
    bytes,
    truncated,
    expectHash,
    ...(validators !== undefined && {
      validators: {
        ...(validators.etag !== undefined && { etag: cutForeign(validators.etag) }),
        ...(validators.lastModified !== undefined && { lastModified: cutForeign(validators.lastModified) }),
      },
    }),
    vantage,
  };
}
