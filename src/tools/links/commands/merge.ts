import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderInert } from '#report/inert.ts';
import type { LinkOptions } from '../arguments.ts';
import { readIfThere, readLinkFiles, renderProblems } from '../files.ts';
import { mergeReports } from '../history/merge.ts';
import { parseObservationReport, type ObservationReport } from '../history/observation-report.ts';
import { judgeRun } from '../schedule/judge-run.ts';
import type { CommandWorld } from './command.ts';
import { reportRun } from './report-run.ts';

/** `merge`: puts the reports of all shards of a run into the record. All of them, or nothing. */
export function merge(
  { contentDirectory, files: paths }: Extract<LinkOptions, { command: 'merge' }>,
  { print, warn }: CommandWorld,
): ExitCode {
  const files = readLinkFiles(contentDirectory);
  const read = paths.map((file) => ({ file, ...readReport(file) }));
  const refusals = [
    ...('refusal' in files ? [files.refusal] : []),
    ...read.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal])),
  ];
  const reports = read.flatMap(({ file, report }) => (report === undefined ? [] : [{ file, report }]));
  if (refusals.length > 0 || 'refusal' in files) return refuse(refusals);
  const merged = mergeReports(reports);
  if (merged.report === undefined) return refuse(merged.problems.map((problem) => `${renderInert(problem)}\n`));
  const { observations, canaries, hosts, today } = merged.report;
  const judgement = judgeRun({ observations, canaries });
  if (judgement.kind === 'inconclusive') {
    warn(`Could not verify: ${judgement.reason}. Nothing was written, and no citation was marked\n`);
    return exitCodes.inconclusive;
  }
  return reportRun(files, { observations, hosts }, { format: 'pretty', today, print, warn, writes: true });

  function refuse(lines: readonly string[]): ExitCode {
    warn(lines.join(''));
    return exitCodes.unreadable;
  }
}

function readReport(file: string): { report?: ObservationReport; refusal?: string } {
  const text = readIfThere(file);
  if (text === undefined)
    return { refusal: `Unexpected lack of ${renderInert(file)}, expected the report of a shard\n` };
  const { report, problems } = parseObservationReport(text, file);
  return report === undefined ? { refusal: renderProblems(problems) } : { report };
}
