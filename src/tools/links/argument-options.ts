import { parseArgs } from 'node:util';
import { renderNearMiss } from '#model/near-miss.ts';
import { renderAlternatives } from '#report/phrase.ts';
import { budgetShape, idShape, refShape, Refusal, shardShape } from './argument-values.ts';
import { linkFormats } from './report/reporters.ts';

export const commandNames = ['check', 'merge', 'report', 'lint', 'explain', 'fix', 'accept', 'archive'] as const;
export type CommandName = (typeof commandNames)[number];

interface OptionFacts {
  /** The commands that take it. */
  of: readonly CommandName[];
  /** What its value looks like; absent for an option without one. */
  value?: string;
  isRepeatable?: true;
}

const optionFacts: Readonly<Record<string, OptionFacts | undefined>> = {
  due: { of: ['check'] },
  all: { of: ['check'] },
  'changed-since': { of: ['check'], value: refShape },
  id: { of: ['check'], value: idShape, isRepeatable: true },
  budget: { of: ['check'], value: budgetShape },
  shard: { of: ['check'], value: shardShape },
  out: { of: ['check'], value: 'a file' },
  format: { of: ['check', 'report'], value: renderAlternatives(linkFormats) },
  write: { of: ['fix'] },
  content: { of: commandNames, value: 'a directory' },
};

/** A command line by its parts: the command, the words after it, and the options by name, each with its values. */
export interface WrittenCommand {
  command: CommandName;
  words: readonly string[];
  options: ReadonlyMap<string, readonly string[]>;
}

/** Takes a command line apart. Throws a `Refusal` for a command or an option that there is not. */
export function splitArguments(args: readonly string[]): WrittenCommand | 'help' {
  const declared = Object.entries(optionFacts).map(
    ([name, facts]) => [name, { type: facts?.value === undefined ? 'boolean' : 'string' }] as const,
  );
  const { tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    // The messages of the strict mode are for programmers.
    strict: false,
    tokens: true,
    options: { help: { type: 'boolean', short: 'h' }, ...Object.fromEntries(declared) },
  });
  const written = tokens.filter((token) => token.kind === 'option');
  if (written.some(({ name }) => name === 'help')) return 'help';
  const [word, ...words] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = parseCommand(word);
  const options = new Map<string, string[]>();
  for (const { name, rawName, value, inlineValue } of written) {
    const values = options.get(name) ?? [];
    checkOption({ name, rawName, value, isInline: inlineValue === true }, command, values.length > 0);
    options.set(name, [...values, value ?? '']);
  }
  return { command, words, options };
}

function parseCommand(word: string | undefined): CommandName {
  const command = commandNames.find((name) => name === word);
  if (command !== undefined) return command;
  const expected = `expected ${renderAlternatives(commandNames)}`;
  throw new Refusal(
    word === undefined
      ? `Missing command, ${expected}; see --help`
      : `Unexpected command \`${word}\`, ${expected}; ${renderNearMiss(word, commandNames, 'see --help')}`,
  );
}

interface WrittenOption {
  name: string;
  rawName: string;
  value: string | undefined;
  /** Whether the value was written behind a `=`. */
  isInline: boolean;
}

function checkOption({ name, rawName, value, isInline }: WrittenOption, command: CommandName, isSecond: boolean): void {
  const facts = optionFacts[name];
  if (facts?.of.includes(command) !== true) {
    const known = Object.keys(optionFacts).filter((option) => optionFacts[option]?.of.includes(command));
    const hint =
      facts === undefined
        ? renderNearMiss(
            rawName,
            known.map((option) => `--${option}`),
            'see --help',
          )
        : `it is one of ${renderAlternatives(facts.of.map((other) => `\`${other}\``))}`;
    throw new Refusal(`Unexpected option \`${rawName}\`, expected one that \`${command}\` takes; ${hint}`);
  }
  if (facts.value === undefined) {
    if (isInline) throw new Refusal(`Unexpected value of \`${rawName}\`, expected none`);
  } else if (value === undefined || value === '' || (!isInline && value.startsWith('-'))) {
    throw new Refusal(`Missing value of \`${rawName}\`, expected ${facts.value}`);
  }
  if (isSecond && facts.isRepeatable !== true) throw new Refusal(`Unexpected second \`${rawName}\`, expected one`);
}
