import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderCount } from '#report/phrase.ts';
import type { LinkOptions } from '../arguments.ts';
import { createGitReader, listChanged } from '../changed.ts';
import { checkCitations, type CheckedRun } from '../check/run.ts';
import type { Citation } from '../citation.ts';
import { readLinkFiles, type LinkFiles } from '../files.ts';
import { writeWhole } from '#store/whole-file.ts';
import { renderObservationReport } from '../history/observation-report.ts';
import { evidenceClasses } from '../observation.ts';
import { planRun } from '../schedule/plan.ts';
import type { CommandWorld } from './command.ts';
import { reportRun } from './report-run.ts';

type CheckOptions = Extract<LinkOptions, { command: 'check' }>;

/** A run that asked nobody. */
const nothing: CheckedRun = {
  observations: [],
  canaries: [],
  skipped: [],
  hosts: [],
  judgement: { kind: 'conclusive', downHosts: [] },
};

/** `check`: asks for pages and reports what they say. What a conclusive run of the whole finds goes into the record. */
export async function check(options: CheckOptions, world: CommandWorld): Promise<ExitCode> {
  const files = readLinkFiles(options.contentDirectory);
  if ('refusal' in files) return refuse(world, files.refusal);
  const selection = selectCitations(options, files, world.today);
  if ('refusal' in selection) return refuse(world, `${selection.refusal}\n`);
  const { citations, planned } = selection;
  if (citations.length === 0) {
    world.warn('Nothing to check: no citation is due; `--all` checks every one\n');
    // Whoever merges reports waits for one of each shard.
    if (options.outFile !== undefined) writeReport(options, options.outFile, nothing, planned, world.today);
    return exitCodes.fine;
  }
  const run = await checkCitations(citations, world.check, {
    health: files.health,
    today: world.today,
    budgetMs: options.budgetMs,
    signal: world.signal,
    onProgress: world.onProgress,
  });
  world.signal.throwIfAborted();
  if (run.judgement.kind === 'inconclusive') {
    world.warn(`Could not verify: ${run.judgement.reason}. Nothing was written, and no citation was marked\n`);
    if (options.outFile !== undefined) writeReport(options, options.outFile, run, planned, world.today);
    return exitCodes.inconclusive;
  }
  if (options.outFile !== undefined) writeReport(options, options.outFile, run, planned, world.today);
  const isWhole = options.outFile === undefined && options.shard === undefined;
  const code = reportRun(files, run, {
    format: options.format,
    today: world.today,
    print: world.print,
    warn: world.warn,
    writes: isWhole && options.scope.kind !== 'changed-since',
  });
  // A change is not to bring in what is bad already; what did not answer may do so tomorrow.
  const isBad = run.observations.some(({ verdict }) => evidenceClasses[verdict] === 'negative');
  if (options.scope.kind === 'changed-since' && isBad) return exitCodes.findings;
  if (code !== exitCodes.fine || run.skipped.length === 0) return code;
  world.warn(`Not checked for want of time: ${renderCount(run.skipped.length, 'citation')}\n`);
  return exitCodes.inconclusive;
}

function selectCitations(
  { scope, shard }: CheckOptions,
  { citations, health }: LinkFiles,
  today: string,
): { citations: readonly Citation[]; planned: readonly string[] } | { refusal: string } {
  const plan = (ids: 'due' | 'all' | { ids: readonly string[] }) =>
    planRun(citations, health, { scope: ids, today, ...(shard !== undefined && { shard }) });
  switch (scope.kind) {
    case 'due':
    case 'all':
      return plan(scope.kind);
    case 'ids': {
      const planned = plan({ ids: scope.ids });
      const [unknown] = planned.unknownIds;
      return unknown === undefined
        ? planned
        : { refusal: `Unexpected \`--id ${unknown}\`, expected the id of a source with a URL` };
    }
    case 'changed-since':
      try {
        const changed = listChanged(citations, scope.ref, createGitReader(scope.ref));
        return plan({ ids: changed.map(({ id }) => id) });
      } catch (error) {
        if (error instanceof RangeError) return { refusal: error.message };
        throw error;
      }
    default:
      return scope satisfies never;
  }
}

function writeReport(
  { shard = { index: 1, count: 1 } }: CheckOptions,
  path: string,
  run: CheckedRun,
  planned: readonly string[],
  today: string,
): void {
  const report = renderObservationReport({
    version: 1,
    today,
    shard,
    planned: [...planned],
    skipped: run.skipped.map(({ citation }) => citation.id).sort(),
    hosts: run.hosts,
    canaries: run.canaries,
    observations: run.observations,
  });
  writeWhole(path, report);
}

function refuse(world: CommandWorld, text: string): ExitCode {
  world.warn(text);
  return exitCodes.unreadable;
}
