import { renderCount } from '#report/phrase.ts';
import { renderCode } from '#report/markdown-code.ts';
import { deriveLevel, type LinkLevel } from './level.ts';
import type { LinkReport, ReportedLink } from './link-report.ts';
import { renderHistory } from './phrases.ts';
import { renderTotals } from './totals.ts';

/** GitHub takes one megabyte of summary, and refuses it whole when it is longer. */
const rowLimit = 100;
const order: readonly LinkLevel[] = ['error', 'warning', 'note'];

/** The report for the summary of a step of GitHub Actions, in Markdown: the numbers, and a table of what needs somebody. */
export function renderStepSummary(report: LinkReport): string {
  const links = order.flatMap((level) => report.links.filter((link) => deriveLevel(link) === level));
  const messages = report.messages.map(
    ({ level, file, line, reason }) => `- ${level} at ${renderCode(`${file}:${line}`)}: ${renderCode(reason)}\n`,
  );
  const rows = links.slice(0, rowLimit).map((link) => renderRow(link, report.today));
  const table =
    rows.length === 0
      ? []
      : ['\n| State | Citation | Found | Instead | History |\n', '| --- | --- | --- | --- | --- |\n', ...rows];
  const hidden = links.length - rows.length;
  return [
    '## Links\n\n',
    `${renderTotals(report)}\n`,
    ...(messages.length === 0 ? [] : ['\n', ...messages]),
    ...table,
    ...(hidden > 0 ? [`\n${renderCount(hidden, 'more row')} not shown here\n`] : []),
  ].join('');
}

function renderRow(link: ReportedLink, today: string): string {
  const { state, citation, file, line, finding, url } = link;
  const { suggestion } = finding ?? {};
  const cells = [
    state,
    [renderCode(citation), renderCode(`${file}:${line}`), renderCode(url)].join('<br>'),
    finding === null ? '' : [renderCode(finding.verdict), renderCode(finding.detail)].join('<br>'),
    suggestion === undefined ? '' : renderCode(suggestion.value),
    renderHistory(link, today),
  ];
  return `| ${cells.join(' | ')} |\n`;
}
