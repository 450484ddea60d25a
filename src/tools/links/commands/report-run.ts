import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import type { LinkHealth } from '#schema/link-health.ts';
import type { CheckedRun } from '../check/run.ts';
import { readIfThere, renderProblems, type LinkFiles } from '../files.ts';
import { planFixes } from '../fix/plan.ts';
import { foldObservations } from '../history/fold.ts';
import { checkWaivers } from '../history/waivers.ts';
import { updateLinkHealth } from '../history/write.ts';
import { deriveLinkReport } from '#tools/links/report/derive-report.ts';
import type { LinkReport } from '#tools/links/report/link-report.ts';
import { linkReporters, type LinkFormat } from '#tools/links/report/reporters.ts';

interface ReportOptions {
  format: LinkFormat;
  today: string;
  print: (text: string) => void;
  warn: (text: string) => void;
  /** Whether the record takes in what the run found. */
  writes: boolean;
}

/** What of a run counts for the record. */
type Found = Pick<CheckedRun, 'observations'> & Partial<Pick<CheckedRun, 'hosts'>>;

/** Folds what a run found into the record, writes it if it is to be written, and prints the report. */
export function reportRun(files: LinkFiles, run: Found, options: ReportOptions): ExitCode {
  const { content, locate } = files.disk;
  const { today, print, warn, writes, format } = options;
  const waivers = content.waivers.data;
  const fold = (health: LinkHealth) => {
    const folded = foldObservations(health, run.observations, { today, citations: files.citations, waivers });
    return { ...folded, health: { ...folded.health, hosts: run.hosts ?? health.hosts } };
  };
  const { health, notes } = fold(files.health);
  warn(notes.map((note) => `${note}\n`).join(''));
  if (writes) {
    const { problems } = updateLinkHealth(files.healthPath, files.healthPath, (current) => fold(current).health);
    if (problems.length > 0) {
      warn(renderProblems(problems));
      return exitCodes.unreadable;
    }
  }
  const messages = checkWaivers(content.waivers, run.observations, {
    today,
    locate: (path) => locate(content.waivers.file, { path }),
  });
  const { observations } = run;
  const subject = { today, health, citations: files.citations, waivers, observations, messages };
  const report = planReplacements(deriveLinkReport(subject));
  print(linkReporters[format](report));
  return judgeReport(report);
}

/** The report with what can be replaced without a human. */
export function planReplacements(report: LinkReport): LinkReport {
  return { ...report, replacements: planFixes(report, readIfThere).replacements };
}

/** Exit code of a report: dead citations and waivers that have ended are findings. */
export function judgeReport({ links, messages }: LinkReport): ExitCode {
  const isBad = links.some(({ state }) => state === 'dead') || messages.some(({ level }) => level === 'error');
  return isBad ? exitCodes.findings : exitCodes.fine;
}
