import { reporters } from '#report/reporters.ts';
import { renderForeign, renderForeignLine } from '#report/foreign.ts';
import { deriveLevel } from './level.ts';
import type { LinkReport, ReportedLink } from './link-report.ts';
import { describeSuggestion, renderFinding, renderHistory, renderWaiver } from './phrases.ts';
import { renderTotals } from './totals.ts';

/** What somebody should look at, by source file, then what is wrong with the waivers, then the numbers. */
export function renderPretty(report: LinkReport): string {
  const files = Map.groupBy(report.links.filter(isWorthTelling), ({ file }) => file);
  const blocks = [...files].map(([file, links]) =>
    [renderForeign(file), ...links.flatMap((link) => renderLink(link, report.today)), ''].join('\n'),
  );
  const messages =
    report.messages.length > 0 ? [reporters.pretty(report.messages).split('\n').map(renderForeignLine).join('\n')] : [];
  return [...blocks, ...messages, `${renderTotals(report)}\n`].join('\n');
}

function isWorthTelling(link: ReportedLink): boolean {
  return deriveLevel(link) !== undefined || link.state === 'new' || (link.finding?.notes.length ?? 0) > 0;
}

function renderLink(link: ReportedLink, today: string): string[] {
  const { line, column, citation, url, state, finding, unstable, waiver } = link;
  const details = [
    `url: ${renderForeign(url)}`,
    renderHistory(link, today),
    ...(unstable ? ['unstable: it says so only every second time'] : []),
    ...(waiver === null ? [] : [renderWaiver(waiver)]),
    ...(finding?.suggestion === undefined
      ? []
      : [`suggestion: ${renderForeign(finding.suggestion.value)} (${describeSuggestion(finding.suggestion)})`]),
    ...(finding?.notes ?? []).map((note) => `note: ${renderForeign(note)}`),
  ];
  const found = finding === null ? '' : `: ${renderFinding(finding)}`;
  return [
    `  ${line}:${column}  ${state}  ${renderForeign(citation)}${found}`,
    ...details.map((detail) => `    ${detail}`),
  ];
}
