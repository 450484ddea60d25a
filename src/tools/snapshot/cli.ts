import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderCount } from '#report/phrase.ts';
import { reporters } from '#report/reporters.ts';
import { writeWhole } from '#store/whole-file.ts';
import { renderText } from '#tools/diff/text.ts';
import { renderStale } from './render-stale.ts';
import { compareSnapshot } from './run.ts';

const usage = `Usage: npm run snapshot -- [options]

Says what would change in content/generated/model.json: what the content comes to, written down, so that a pull request
shows the effect of an edit. Neither the day nor the link check has a part in it; drafts are not in it.

Options:
  --update         write the file; refused while an id that was published leads nowhere
  --check          write nothing, and fail when the file is not up to date
  --content DIR    the content tree (default: content)
  --help           show this text

Exit codes: 0 fine, 1 findings, 2 usage or content that cannot be read, 4 internal error.
`;

/** The world of the command line: arguments in, streams and an exit code out. */
interface Terminal {
  args: readonly string[];
  now: Date;
  out: (text: string) => void;
  err: (text: string) => void;
}

function main({ args, now, out, err }: Terminal): ExitCode {
  let values: { update: boolean; check: boolean; content: string; help: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        update: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        content: { type: 'string', default: 'content' },
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
  if (values.update && values.check) {
    err('Unexpected `--check` with `--update`, expected one of them\n');
    return exitCodes.unreadable;
  }
  if (!statSync(values.content, { throwIfNoEntry: false })?.isDirectory()) {
    err(`Unexpected \`--content ${values.content}\`, expected a directory\n`);
    return exitCodes.unreadable;
  }
  const comparison = compareSnapshot(values.content, now.toISOString().slice(0, 10));
  if ('unreadable' in comparison) {
    out(reporters.pretty(comparison.unreadable));
    err(`${renderCount(comparison.unreadable.length, 'error')}; nothing was compared or written\n`);
    return exitCodes.unreadable;
  }
  const { path, file, text, isSame, difference, lost } = comparison;
  if (values.check) {
    if (isSame) return exitCodes.fine;
    out(renderStale(comparison));
    return exitCodes.findings;
  }
  if (values.update && lost.length > 0) {
    out(reporters.pretty(lost));
    err(`${renderCount(lost.length, 'error')}; nothing was written, so that no id is forgotten\n`);
    return exitCodes.findings;
  }
  out(renderText(difference));
  if (isSame) err(`${file} is up to date\n`);
  else if (values.update) {
    writeWhole(path, text);
    err(`Wrote ${file}\n`);
  } else err(`${file} is not up to date: \`npm run snapshot -- --update\` writes it\n`);
  return exitCodes.fine;
}

try {
  process.exitCode = main({
    args: process.argv.slice(2),
    now: new Date(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}
