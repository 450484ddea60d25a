import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import type { LinkOptions } from '../arguments.ts';
import { readLinkFiles } from '../files.ts';
import { checkWaivers } from '../history/waivers.ts';
import { deriveLinkReport } from '#tools/links/report/derive-report.ts';
import { linkReporters } from '#tools/links/report/reporters.ts';
import type { CommandWorld } from './command.ts';
import { judgeReport, planReplacements } from './report-run.ts';

/** `report`: what the record knows, without the network. */
export function report(
  { contentDirectory, format }: Extract<LinkOptions, { command: 'report' }>,
  { today, print, warn }: CommandWorld,
): ExitCode {
  const files = readLinkFiles(contentDirectory);
  if ('refusal' in files) {
    warn(files.refusal);
    return exitCodes.unreadable;
  }
  const { health, citations, disk } = files;
  const { waivers } = disk.content;
  const messages = checkWaivers(waivers, [], { today, locate: (path) => disk.locate(waivers.file, { path }) });
  const result = planReplacements(deriveLinkReport({ today, health, citations, waivers: waivers.data, messages }));
  print(linkReporters[format](result));
  return judgeReport(result);
}
