import { escapeXml } from '#report/xml-text.ts';
import { renderForeign } from '#report/foreign.ts';
import type { LinkReport, ReportedLink } from './link-report.ts';
import { joinClauses, renderFinding, renderHistory, renderWaiver } from './phrases.ts';

/**
 * JUnit: one case for each citation. Only a dead one is a failure. What could not be judged, or not for long enough, is
 * skipped with the reason: a case that passes says that the page was seen good.
 */
export function renderJunit({ links, today }: LinkReport): string {
  const cases = links.map((link) => renderCase(link, today));
  const failures = links.filter(({ state }) => state === 'dead').length;
  const passed = links.filter(({ state }) => state === 'healthy').length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="links" tests="${links.length}" failures="${failures}" skipped="${links.length - failures - passed}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n');
}

function renderCase(link: ReportedLink, today: string): string {
  const { citation, file, line, state } = link;
  const open = `  <testcase classname="links" name="${renderText(citation)}" file="${renderText(file)}" line="${line}"`;
  const message = escapeXml(describe(link, today));
  if (state === 'healthy') return `${open}/>`;
  const type = renderText(link.finding?.verdict ?? state);
  return state === 'dead'
    ? `${open}><failure type="${type}" message="${message}"/></testcase>`
    : `${open}><skipped message="${message}"/></testcase>`;
}

function describe(link: ReportedLink, today: string): string {
  const { state, finding, waiver } = link;
  const found = finding === null ? [] : [renderFinding(finding)];
  const standing = waiver === null ? state : renderWaiver(waiver);
  return joinClauses([standing, ...found, renderHistory(link, today)]);
}

function renderText(text: string): string {
  return escapeXml(renderForeign(text));
}
