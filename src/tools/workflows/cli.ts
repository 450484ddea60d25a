import { parseArgs } from 'node:util';
import { renderNearMiss } from '#model/near-miss.ts';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderAlternatives, renderCount } from '#report/phrase.ts';
import { formats, reporters } from '#report/reporters.ts';
import { loadGithubParser } from './github-parser.ts';
import { readRepository } from './read.ts';
import { checkWorkflows } from './run.ts';

const usage = `Usage: npm run check:workflows -- [options]

Checks the workflows in .github/workflows: with the parser of GitHub, and against rules of our own.

Options:
  --format FORMAT  ${renderAlternatives(formats)} (default: pretty)
  --help           show this text

Exit codes: 0 fine, 1 findings, 2 usage or a workflow that GitHub would not take, 4 internal error.
`;

async function main(args: readonly string[]): Promise<ExitCode> {
  let values: { format: string; help: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        format: { type: 'string', default: 'pretty' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return refuse(`${describe(error)}\n\n${usage}`);
  }
  if (values.help) {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  const format = formats.find((name) => name === values.format);
  if (format === undefined) {
    const near = renderNearMiss(values.format, formats, 'see --help');
    return refuse(`Unexpected format \`${values.format}\`, expected ${renderAlternatives(formats)}; ${near}\n`);
  }
  let repository;
  try {
    repository = readRepository(process.cwd());
  } catch (error) {
    return refuse(`Unexpected folder, expected one with workflows and a package.json: ${describe(error)}\n`);
  }
  const { messages, exitCode } = await checkWorkflows({ ...repository, checkSyntax: await loadGithubParser() });
  process.stdout.write(reporters[format](messages));
  process.stderr.write(
    `${renderCount(messages.length, 'error')} in ${renderCount(repository.files.length, 'workflow')}\n`,
  );
  return exitCode;
}

function refuse(text: string): ExitCode {
  process.stderr.write(text);
  return exitCodes.unreadable;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}
