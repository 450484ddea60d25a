import { statSync } from 'node:fs';
import { renderInert } from '#report/inert.ts';
import { splitArguments, type WrittenCommand } from './argument-options.ts';
import { parseBudget, parseFormat, parseId, parseRef, parseShard, parseTarget, Refusal } from './argument-values.ts';
import { linkFormats, type LinkFormat } from './report/reporters.ts';

export const usage = `Usage: npm run links -- <command> [options]

Checks that the pages cited still say what they are cited for, and keeps a record of it.

Commands:
  check               ask for the pages that are due, and report what they say
  merge FILE...       put the reports of all shards of a run into the record
  report              report what the record knows, without the network
  lint                say which expectations prove nothing, without the network
  explain URL|ID      check one citation, and show how its verdict came about
  fix                 show which URLs can be replaced without a human
  accept ID           record that you read the page today
  archive lookup ID   look for an archived copy

What to check (default: --due):
  --due               what is due today
  --all               everything
  --changed-since REF citations that were added or edited since that commit
  --id ID             this citation; may be repeated

Options of check:
  --budget TIME       stop asking after that time, such as 90s, 5m or 1h
  --shard N/M         only the Nth of M parts, to share a run between machines
  --out FILE          write what was found to this file, for merge

Options:
  --format FORMAT     for check and report: ${linkFormats.join(', ')} (default: pretty)
  --write             for fix: replace them
  --content DIR       the content tree (default: content)
  --help              show this text

Exit codes: 0 nothing new to fix, 1 findings, 2 usage or content that cannot be read, 3 inconclusive
(no network, or the budget is spent), 4 internal error.
`;

/** Which citations a run is about. */
export type LinkScope =
  { kind: 'due' } | { kind: 'all' } | { kind: 'changed-since'; ref: string } | { kind: 'ids'; ids: readonly string[] };

/** What the command line asks for, checked. */
export type LinkOptions = { contentDirectory: string } & (
  | {
      command: 'check';
      scope: LinkScope;
      /** Absent when the run takes the time it takes. */
      budgetMs?: number;
      /** Counted from 1. */
      shard?: { index: number; count: number };
      outFile?: string;
      format: LinkFormat;
    }
  | { command: 'merge'; files: readonly string[] }
  | { command: 'report'; format: LinkFormat }
  | { command: 'lint' }
  | { command: 'explain'; target: { url: string } | { id: string } }
  | { command: 'fix'; write: boolean }
  | { command: 'accept'; id: string }
  | { command: 'archive-lookup'; id: string }
);

type Command = LinkOptions extends infer Options
  ? Options extends unknown
    ? Omit<Options, 'contentDirectory'>
    : never
  : never;

/** Parses the command line. A refusal is one line that says what was expected, and ends in a newline. */
export function parseArguments(args: readonly string[]): LinkOptions | 'help' | { refusal: string } {
  try {
    const written = splitArguments(args);
    if (written === 'help') return 'help';
    const command = parseCommand(written);
    const contentDirectory = written.options.get('content')?.[0] ?? 'content';
    if (!statSync(contentDirectory, { throwIfNoEntry: false })?.isDirectory())
      throw new Refusal(`Unexpected \`--content ${contentDirectory}\`, expected a directory`);
    return { contentDirectory, ...command };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: `${renderInert(error.message)}\n` };
    throw error;
  }
}

function parseCommand({ command, words, options }: WrittenCommand): Command {
  switch (command) {
    case 'check':
      takeWords(command, words, []);
      return parseCheck(options);
    case 'merge':
      if (words.length === 0) throw new Refusal('Missing file of `merge`, expected the reports of all shards');
      return { command, files: words };
    case 'report':
      takeWords(command, words, []);
      return { command, format: parseFormat(options.get('format')?.[0] ?? 'pretty') };
    case 'lint':
      takeWords(command, words, []);
      return { command };
    case 'explain': {
      const [target = ''] = takeWords(command, words, ['URL or id']);
      return { command, target: parseTarget(target) };
    }
    case 'fix':
      takeWords(command, words, []);
      return { command, write: options.has('write') };
    case 'accept': {
      const [id = ''] = takeWords(command, words, ['id']);
      return { command, id: parseId(id) };
    }
    case 'archive': {
      const [verb = '', id = ''] = takeWords(command, words, ['`lookup`', 'id']);
      if (verb !== 'lookup') throw new Refusal(`Unexpected \`${verb}\` of \`archive\`, expected \`lookup\``);
      return { command: 'archive-lookup', id: parseId(id) };
    }
  }
}

function parseCheck(options: WrittenCommand['options']): Command {
  const [budget] = options.get('budget') ?? [];
  const [shard] = options.get('shard') ?? [];
  const [outFile] = options.get('out') ?? [];
  return {
    command: 'check',
    scope: parseScope(options),
    ...(budget !== undefined && { budgetMs: parseBudget(budget) }),
    ...(shard !== undefined && { shard: parseShard(shard) }),
    ...(outFile !== undefined && { outFile }),
    format: parseFormat(options.get('format')?.[0] ?? 'pretty'),
  };
}

function parseScope(options: WrittenCommand['options']): LinkScope {
  const [first, second] = ['due', 'all', 'changed-since', 'id'].filter((name) => options.has(name));
  if (second !== undefined)
    throw new Refusal(`Unexpected \`--${second}\` beside \`--${first ?? ''}\`, expected one of them`);
  const [ref] = options.get('changed-since') ?? [];
  if (ref !== undefined) return { kind: 'changed-since', ref: parseRef(ref) };
  const ids = options.get('id');
  if (ids !== undefined) return { kind: 'ids', ids: [...new Set(ids.map(parseId))] };
  return { kind: options.has('all') ? 'all' : 'due' };
}

/** The words after a command, when there are as many as it takes. */
function takeWords(command: string, words: readonly string[], expected: readonly string[]): readonly string[] {
  const missing = expected[words.length];
  if (missing !== undefined) throw new Refusal(`Missing ${missing} of \`${command}\`; see --help`);
  const extra = words[expected.length];
  if (extra !== undefined)
    throw new Refusal(
      `Unexpected \`${extra}\` behind \`${[command, ...words.slice(0, expected.length)].join(' ')}\`; see --help`,
    );
  return words;
}
