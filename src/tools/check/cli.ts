import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findNearMiss } from '#model/near-miss.ts';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderCount } from '#report/phrase.ts';
import { formats, reporters, type Format } from '#report/reporters.ts';
import { readBuildDay, type BuildDay } from '#store/build-day.ts';
import { checkContent } from './run.ts';

const usage = `Usage: npm run check:content -- [options]

Checks the content against every rule that needs no network: all problems in one run.

Options:
  --content DIR    the content tree to check (default: content)
  --format FORMAT  pretty, json or github (default: pretty)
  --help           show this text

Environment:
  AS_OF=YYYY-MM-DD  the day on which freshness is judged (default: today)

Exit codes: 0 fine, 1 findings, 2 usage or content that cannot be read, 4 internal error.
Each rule has a page: content/rules/<rule>.mdx, or /rules/<rule>/ on the site.
`;

/** The world of the command line: arguments and environment in, streams and an exit code out. */
interface Terminal {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  now: Date;
  out: (text: string) => void;
  err: (text: string) => void;
}

function main({ args, env, now, out, err }: Terminal): ExitCode {
  let values: { content: string; format: string; help: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        content: { type: 'string', default: 'content' },
        format: { type: 'string', default: 'pretty' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    err(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return exitCodes.unreadable;
  }
  if (values.help) {
    out(usage);
    return exitCodes.fine;
  }
  const format = formats.find((name) => name === values.format);
  if (format === undefined) {
    const near = findNearMiss(values.format, formats);
    err(
      `Unexpected format \`${values.format}\`, expected ${formats.join(', ')}${near === undefined ? '' : `; did you mean \`${near}\`?`}\n`,
    );
    return exitCodes.unreadable;
  }
  if (!statSync(values.content, { throwIfNoEntry: false })?.isDirectory()) {
    err(`Unexpected \`--content ${values.content}\`, expected a directory\n`);
    return exitCodes.unreadable;
  }
  let day: BuildDay;
  try {
    day = readBuildDay(env, now);
  } catch (error) {
    err(`${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodes.unreadable;
  }
  const result = checkContent({ contentDirectory: values.content, ...day });
  out(reporters[format satisfies Format](result.messages));
  const errors = result.messages.filter(({ level }) => level === 'error').length;
  const warnings = result.messages.length - errors;
  err(
    `${renderCount(errors, 'error')}, ${renderCount(warnings, 'warning')} in ${renderCount(result.fileCount, 'file')}\n`,
  );
  return result.exitCode;
}

try {
  process.exitCode = main({
    args: process.argv.slice(2),
    env: process.env,
    now: new Date(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}
