import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { apiChangelog } from '#schema/api/changelog.ts';
import { deriveContract } from '#model/api/contract.ts';
import { renderNearMiss } from '#model/near-miss.ts';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderAlternatives, renderCount } from '#report/phrase.ts';
import { formats, reporters } from '#report/reporters.ts';
import { checkApi } from './run.ts';

const usage = `Usage: npm run api -- [options]

Compares the API that the code publishes with the contract on record: refuses what would break a reader, and asks for
a version and a line in the changelog for what is added.

Options:
  --update         record the contract; refused while anything would break or is not announced
  --file FILE      the contract on record (default: content/generated/api-contract.json)
  --format FORMAT  ${renderAlternatives(formats)} (default: pretty)
  --help           show this text

Exit codes: 0 as on record, 1 findings, 2 usage or a record that cannot be read, 4 internal error.
`;

function main(args: readonly string[]): ExitCode {
  let values: { update: boolean; file: string; format: string; help: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        update: { type: 'boolean', default: false },
        file: { type: 'string', default: 'content/generated/api-contract.json' },
        format: { type: 'string', default: 'pretty' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
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
  const { file } = values;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const { messages, exitCode, text } = checkApi({
    file,
    text: before,
    contract: deriveContract(),
    changelog: apiChangelog,
  });
  if (values.update && text !== undefined) {
    if (text !== before) write(file, text);
    process.stderr.write(
      `${file}: ${text === before ? 'as it was' : `written for version ${apiChangelog[0].version}`}\n`,
    );
    return exitCodes.fine;
  }
  process.stdout.write(reporters[format](messages));
  process.stderr.write(
    `${renderCount(messages.length, 'error')} in the contract of the API, version ${apiChangelog[0].version}\n`,
  );
  return exitCode;
}

/** Writes the whole file or nothing. */
function write(file: string, text: string): void {
  const draft = `${file}.new`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function refuse(text: string): ExitCode {
  process.stderr.write(text);
  return exitCodes.unreadable;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}
