import packageRecord from '../../../package.json' with { type: 'json' };
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { readBuildInfo } from '#store/build-info.ts';
import { parseArguments, usage, type LinkOptions } from './arguments.ts';
import type { CheckWorld } from './check/world.ts';
import { archiveLookup } from './commands/archive-lookup.ts';
import { check } from './commands/check.ts';
import type { CommandWorld } from './commands/command.ts';
import { explain } from './commands/explain.ts';
import { accept, fix } from './commands/fix.ts';
import { lint } from './commands/lint.ts';
import { merge } from './commands/merge.ts';
import { report } from './commands/report.ts';
import { createFetcher } from './fetch/fetcher.ts';
import { lookupBySystem } from './fetch/lookup.ts';
import { createRobots } from './fetch/robots.ts';
import { renderProgressLine } from './progress-line.ts';
import { systemClock } from './schedule/clock.ts';

/** Exit code of a command that Ctrl+C ended, as shells count it. */
const interruptedCode = 130;
const product = 'iris-async-links';

function createCheckWorld(env: NodeJS.ProcessEnv): CheckWorld {
  const now = () => new Date();
  const nowMs = () => Date.now();
  const { repositoryUrl } = readBuildInfo(env, now());
  const about = repositoryUrl === undefined ? '' : ` (+${repositoryUrl})`;
  const fetchExchange = createFetcher({
    lookup: lookupBySystem,
    nowMs,
    userAgent: `${product}/${packageRecord.version}${about}`,
  });
  return {
    fetchExchange,
    askRobots: createRobots({ fetchExchange, nowMs, product }),
    clock: systemClock,
    now,
    random: Math.random,
    vantage: env.CI === undefined ? 'local' : 'ci',
  };
}

function createWorld(env: NodeJS.ProcessEnv, signal: AbortSignal, format: string): CommandWorld {
  const isWatched = process.stderr.isTTY && format === 'pretty';
  // The line of progress is written over itself, and gone before anything else is printed.
  const clear = () => {
    if (isWatched) process.stderr.write('\r\u001B[2K');
  };
  return {
    check: createCheckWorld(env),
    today: new Date().toISOString().slice(0, 10),
    print: (text) => {
      clear();
      process.stdout.write(text);
    },
    warn: (text) => {
      clear();
      process.stderr.write(text);
    },
    signal,
    onProgress: (measure) => {
      if (!isWatched) return;
      clear();
      process.stderr.write(renderProgressLine(measure()));
    },
  };
}

async function run(options: LinkOptions, world: CommandWorld): Promise<ExitCode> {
  switch (options.command) {
    case 'check':
      return check(options, world);
    case 'merge':
      return merge(options, world);
    case 'report':
      return report(options, world);
    case 'lint':
      return lint(options, world);
    case 'explain':
      return explain(options, world);
    case 'fix':
      return fix(options, world);
    case 'accept':
      return accept(options, world);
    case 'archive-lookup':
      return archiveLookup(options, world);
    default:
      return options satisfies never;
  }
}

async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode | typeof interruptedCode> {
  const options = parseArguments(args);
  if (options === 'help') {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  if ('refusal' in options) {
    process.stderr.write(options.refusal);
    return exitCodes.unreadable;
  }
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      abort.abort();
    });
  }
  try {
    return await run(options, createWorld(env, abort.signal, 'format' in options ? options.format : ''));
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    process.stderr.write('Interrupted: nothing was written\n');
    return interruptedCode;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2), process.env);
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}
