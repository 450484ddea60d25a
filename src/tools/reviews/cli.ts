import { renderNearMiss } from '#model/near-miss.ts';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderInert } from '#report/inert.ts';
import { renderAlternatives, renderCount } from '#report/phrase.ts';
import { reporters } from '#report/reporters.ts';
import { readBuildDay } from '#store/build-day.ts';
import { parseArguments, usage } from './arguments.ts';
import { renderJson } from './json.ts';
import { listDueReviews } from './run.ts';

function main(args: readonly string[], env: NodeJS.ProcessEnv): ExitCode {
  const options = parseArguments(args);
  if (options === 'help') {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  if ('refusal' in options) return refuse(options.refusal);
  let asOf: string;
  try {
    ({ asOf } = readBuildDay(env, new Date()));
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  const { format, withinDays, owner } = options;
  const result = listDueReviews({ ...options, asOf });
  if (owner !== undefined && !result.owners.includes(owner)) {
    return refuse(
      result.owners.length === 0
        ? `Unexpected \`--owner ${owner}\`: no entry has an owner yet\n`
        : `Unexpected \`--owner ${owner}\`, expected ${renderInert(renderAlternatives(result.owners))}; ${renderNearMiss(owner, result.owners, 'see --help')}\n`,
    );
  }
  process.stderr.write(reporters.pretty(result.unreadable));
  process.stdout.write(
    format === 'json'
      ? renderJson(result, asOf, withinDays)
      : reporters[format](result.due.map(({ message }) => message)),
  );
  const pending = result.due.length - result.overdue;
  process.stderr.write(
    `${result.overdue} overdue, ${pending} due within ${renderCount(withinDays, 'day')}, of ${renderCount(result.all, 'review')} on ${asOf}\n`,
  );
  return result.exitCode;
}

function refuse(text: string): ExitCode {
  process.stderr.write(text);
  return exitCodes.unreadable;
}

try {
  process.exitCode = main(process.argv.slice(2), process.env);
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}
