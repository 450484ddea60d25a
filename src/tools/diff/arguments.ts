import { parseArgs } from 'node:util';
import { renderNearMiss } from '#model/near-miss.ts';
import { renderInert } from '#report/inert.ts';
import { renderAlternatives } from '#report/phrase.ts';
import { diffFormats, type DiffFormat } from './formats.ts';

export const usage = `Usage: npm run diff -- <ref> [<ref>] [options]

Says how the content differs in what it comes to: between a commit and the work tree, or between two commits. Statuses,
evidence, relations, verdicts of samples, facts and counts are compared; wording is not.

Options:
  --format FORMAT  ${diffFormats.join(', ')} (default: text)
  --exit-code      end with 1 when anything differs
  --content DIR    the content tree, below the working directory (default: content)
  --help           show this text

Exit codes: 0 fine, whether or not anything differs, 1 differences, with --exit-code only, 2 usage, an unknown ref or
content that cannot be read, 4 internal error.
`;

/** What the command line asks for, checked. */
export interface DiffOptions {
  before: string;
  /** Absent for the work tree. */
  after?: string;
  format: DiffFormat;
  failsOnDifference: boolean;
  contentDirectory: string;
}

/** Parses the command line. A refusal says what was expected, and ends in a newline. */
export function parseArguments(args: readonly string[]): DiffOptions | 'help' | { refusal: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        'exit-code': { type: 'boolean', default: false },
        content: { type: 'string', default: 'content' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return { refusal: `${error instanceof Error ? error.message : String(error)}\n\n${usage}` };
  }
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const format = diffFormats.find((name) => name === values.format);
  if (format === undefined) {
    return {
      refusal: `Unexpected format \`${renderInert(values.format)}\`, expected ${renderAlternatives(diffFormats)}; ${renderNearMiss(values.format, diffFormats, 'see --help')}\n`,
    };
  }
  const [before, after, extra] = positionals;
  if (before === undefined) return { refusal: `Missing ref, expected a commit, a branch or a tag\n\n${usage}` };
  if (extra !== undefined) return { refusal: `Unexpected \`${renderInert(extra)}\`, expected one ref or two\n` };
  return {
    before,
    ...(after !== undefined && { after }),
    format,
    failsOnDifference: values['exit-code'],
    contentDirectory: values.content,
  };
}
