import { renderCount, renderList } from '#report/phrase.ts';
import { renderCommand } from '#report/workflow-command.ts';
import { renderForeign, renderForeignLine } from '#report/foreign.ts';
import { deriveLevel } from './level.ts';
import type { LinkReport, ReportedLink } from './link-report.ts';
import { describeSuggestion, joinClauses, renderFinding, renderHistory } from './phrases.ts';
import { renderTotals } from './totals.ts';

/** How many annotations of a level GitHub shows for one step. */
const annotationLimit = 10;

interface Annotation {
  level: 'error' | 'warning';
  command: string;
}

/**
 * Workflow commands of GitHub Actions: as many errors and warnings as it shows, then one notice with the numbers.
 * Notes are left to the step summary.
 */
export function renderGithub(report: LinkReport): string {
  const all = [
    ...report.messages.map(annotateMessage),
    ...report.links.flatMap((link) => annotate(link, report.today)),
  ];
  const ofLevel = (level: Annotation['level']) => all.filter((annotation) => annotation.level === level);
  const [errors, warnings] = [ofLevel('error'), ofLevel('warning')];
  const shown = [errors, warnings].flatMap((annotations) => annotations.slice(0, annotationLimit));
  const hidden = [
    ...describeHidden(errors.length - annotationLimit, 'error'),
    ...describeHidden(warnings.length - annotationLimit, 'warning'),
  ];
  const rest = hidden.length === 0 ? '' : `; ${renderList(hidden)} not shown here`;
  const summary = renderCommand('notice', { title: 'links' }, `${renderTotals(report)}${rest}`);
  return [...shown.map(({ command }) => command), summary].join('');
}

function annotate(link: ReportedLink, today: string): Annotation[] {
  const level = deriveLevel(link);
  const { file, line, column, endColumn, citation, state, finding } = link;
  if (level === undefined || level === 'note') return [];
  const { suggestion, verdict = state } = finding ?? {};
  const text = joinClauses([
    `${renderForeign(citation)}: ${finding === null ? state : renderFinding(finding)}`,
    ...(suggestion === undefined
      ? []
      : [`suggestion: ${renderForeign(suggestion.value)} (${describeSuggestion(suggestion)})`]),
    renderHistory(link, today),
  ]);
  const title = `${state} link (${verdict})`;
  const place = { file: renderForeign(file), line, col: column, endColumn, title };
  return [{ level, command: renderCommand(level, place, text) }];
}

function annotateMessage({
  level,
  file,
  line,
  column,
  ruleId,
  reason,
  hint,
}: LinkReport['messages'][number]): Annotation {
  const text = renderForeignLine(hint === undefined ? reason : `${reason}. ${hint}`);
  const place = { file: renderForeign(file), line, col: column, title: ruleId };
  return { level, command: renderCommand(level, place, text) };
}

function describeHidden(count: number, level: Annotation['level']): string[] {
  return count > 0 ? [renderCount(count, `more ${level}`)] : [];
}
