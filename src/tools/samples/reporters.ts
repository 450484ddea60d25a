import { dirname } from 'node:path';
import { escapeControls, renderInert } from '#report/inert.ts';
import { renderCount } from '#report/phrase.ts';
import { renderCommand } from '#report/workflow-command.ts';
import { escapeXml } from '#report/xml-text.ts';
import { renderDetail } from './detail.ts';
import type { Result } from './run.ts';

export const sampleFormats = ['pretty', 'json', 'github', 'junit'] as const;
export type SampleFormat = (typeof sampleFormats)[number];

/** Renders finished results. */
export const sampleReporters: Record<SampleFormat, (results: readonly Result[]) => string> = {
  pretty: renderPretty,
  json: renderJson,
  github: renderGithub,
  junit: renderJunit,
};

/** The file a reader has to look into. */
function renderFile({ job, judgement: { place } }: Result): string {
  return renderInert(place === undefined ? job.file : `${dirname(job.file)}/${place.file}`);
}

/** Where a reader finds what failed: the main file, with line and column where they are known. */
function renderPlace(result: Result): string {
  const { place } = result.judgement;
  return place === undefined ? renderFile(result) : `${renderFile(result)}:${place.line}:${place.column}`;
}

function renderPretty(results: readonly Result[]): string {
  const lines = results.flatMap((result) => {
    const { job, runtime, judgement } = result;
    const { outcome, reason } = judgement;
    const detail = renderDetail(judgement);
    const id = renderInert(job.id);
    const asDeclared = job.sample.expect.outcome === 'fail' && outcome === 'passed' ? ' (fails, as declared)' : '';
    if (outcome === 'passed') return [`passed    ${runtime.padEnd(8)} ${id}${asDeclared}`];
    if (outcome === 'untested') return [`untested  ${runtime.padEnd(8)} ${id}: ${renderInert(reason ?? '')}`];
    return [
      `${outcome.padEnd(9)} ${runtime.padEnd(8)} ${id}`,
      `  ${renderPlace(result)}: ${renderInert(reason ?? '')}`,
      ...(detail?.split('\n') ?? []).map((line) => `  | ${renderInert(line)}`),
    ];
  });
  return `${[...lines, renderSummary(results)].join('\n')}\n`;
}

/** One line of totals: "3 passed, 1 failed, 2 untested". */
function renderSummary(results: readonly Result[]): string {
  const counts = Map.groupBy(results, ({ judgement }) => judgement.outcome);
  const totals = (['passed', 'failed', 'cantTell', 'untested'] as const)
    .map((outcome) => ({ outcome, count: counts.get(outcome)?.length ?? 0 }))
    .filter(({ outcome, count }) => count > 0 || outcome === 'passed' || outcome === 'failed')
    .map(({ outcome, count }) => `${count} ${outcome}`);
  return `${renderCount(results.length, 'verdict')}: ${totals.join(', ')}`;
}

function renderJson(results: readonly Result[]): string {
  const verdicts = results.map(({ job, runtime, judgement, verdict }) => ({
    sample: job.id,
    runtime,
    outcome: judgement.outcome,
    expected: verdict.expected,
    file: job.file,
    ...(judgement.reason !== undefined && { reason: renderInert(judgement.reason) }),
  }));
  const lines = JSON.stringify({ verdicts }, null, 2).split('\n');
  return `${lines.map(escapeControls).join('\n')}\n`;
}

function renderGithub(results: readonly Result[]): string {
  return results
    .filter(({ judgement }) => judgement.outcome === 'failed' || judgement.outcome === 'cantTell')
    .map((result) => {
      const { job, runtime, judgement } = result;
      const { line, column } = judgement.place ?? { line: 1, column: 1 };
      const text = renderInert(`${job.id} in ${runtime}: ${judgement.reason ?? ''}`);
      const title = `sample ${judgement.outcome}`;
      return renderCommand('error', { file: renderFile(result), line, col: column, title }, text);
    })
    .join('');
}

function renderJunit(results: readonly Result[]): string {
  const cases = results.map((result) => {
    const { job, runtime, judgement } = result;
    const open = `  <testcase classname="${runtime}" name="${escapeXml(renderInert(job.id))}" file="${escapeXml(renderFile(result))}"`;
    if (judgement.outcome === 'passed') return `${open}/>`;
    const message = escapeXml(renderInert(judgement.reason ?? ''));
    const inner =
      judgement.outcome === 'untested'
        ? `<skipped message="${message}"/>`
        : `<failure message="${message}">${escapeXml(
            (renderDetail(judgement) ?? '')
              .split('\n')
              .map((line) => renderInert(line))
              .join('\n'),
          )}</failure>`;
    return `${open}>${inner}</testcase>`;
  });
  const failed = results.filter(
    ({ judgement }) => judgement.outcome === 'failed' || judgement.outcome === 'cantTell',
  ).length;
  const skipped = results.filter(({ judgement }) => judgement.outcome === 'untested').length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="samples" tests="${results.length}" failures="${failed}" skipped="${skipped}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n');
}
