import { statSync } from 'node:fs';
import { deriveDifference, isSame } from '#model/difference/difference.ts';
import { deriveSnapshot } from '#model/snapshot/snapshot.ts';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import type { Message } from '#report/message.ts';
import { reporters } from '#report/reporters.ts';
import type { Snapshot } from '#schema/snapshot.ts';
import { readContent, type DiskContent } from '#store/disk.ts';
import { listObstacles } from '#tools/snapshot/usable-content.ts';
import { parseArguments, usage } from './arguments.ts';
import { readCommittedContent } from './committed-content.ts';
import { renderDifference, type Side } from './formats.ts';
import { GitRefusal, openRepository, type Repository } from './git.ts';

/** The world of the command line: arguments and a folder in, streams and an exit code out. */
interface Terminal {
  args: readonly string[];
  cwd: string;
  out: (text: string) => void;
  err: (text: string) => void;
}

function main({ args, cwd, out, err }: Terminal): ExitCode {
  const options = parseArguments(args);
  if (options === 'help') {
    out(usage);
    return exitCodes.fine;
  }
  if ('refusal' in options) {
    err(options.refusal);
    return exitCodes.unreadable;
  }
  const { contentDirectory } = options;
  let sides: [DiskContent, Side][];
  try {
    const repository = openRepository(cwd);
    const before = readAt(repository, options.before, contentDirectory);
    sides = [
      before,
      options.after === undefined
        ? readWorkTree(contentDirectory)
        : readAt(repository, options.after, contentDirectory),
    ];
  } catch (error) {
    if (!(error instanceof GitRefusal)) throw error;
    err(`${error.message}\n`);
    return exitCodes.unreadable;
  }
  const obstacles = sides.flatMap(([read]): Message[] => listObstacles(read));
  if (obstacles.length > 0) {
    err(reporters.pretty(obstacles));
    err('Nothing was compared: content that cannot be read comes to nothing\n');
    return exitCodes.unreadable;
  }
  const [before, after] = sides.map(([read]) => deriveSnapshot(read.content)) as [Snapshot, Snapshot];
  const [{ 1: older }, { 1: newer }] = sides as [[DiskContent, Side], [DiskContent, Side]];
  const difference = deriveDifference(before, after);
  out(renderDifference(options.format, difference, older, newer));
  return options.failsOnDifference && !isSame(difference) ? exitCodes.findings : exitCodes.fine;
}

function readAt(repository: Repository, ref: string, contentDirectory: string): [DiskContent, Side] {
  const commit = repository.resolve(ref);
  const files = repository.readFolder(commit, contentDirectory);
  return [readCommittedContent(files, `${ref}:${contentDirectory}`), { ref, commit }];
}

function readWorkTree(contentDirectory: string): [DiskContent, Side] {
  if (!statSync(contentDirectory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new GitRefusal(`Unexpected \`--content ${contentDirectory}\`, expected a directory`);
  }
  return [readContent(contentDirectory), {}];
}

try {
  process.exitCode = main({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}
