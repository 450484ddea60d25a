import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findNearMiss } from '#model/near-miss.ts';
import { soonInDays } from '#model/reviews.ts';
import { renderAlternatives } from '#report/phrase.ts';
import { formats, type Format } from '#report/reporters.ts';

/** What can make the command fail: a review whose day has passed, or one that falls due within the days asked for too. */
const failures = ['overdue', 'due'] as const;

export type Failure = (typeof failures)[number];

export const usage = `Usage: npm run reviews -- [options]

Lists the claims that have to be judged again: what is overdue, and what falls due soon.

Options:
  --due-within DAYS  how far ahead to look, such as 30d or 0d (default: ${soonInDays}d)
  --owner NAME       only what NAME looks after
  --fail-on WHAT     exit with 1 on ${renderAlternatives(failures)} reviews; due means overdue or within --due-within
  --format FORMAT    ${renderAlternatives(formats)} (default: pretty)
  --content DIR      the content tree (default: content)
  --help             show this text

Environment:
  AS_OF=YYYY-MM-DD  the day on which freshness is judged (default: today)

Exit codes: 0 fine, 1 findings (with --fail-on), 2 usage or content that cannot be read, 4 internal error.
`;

/** What the command line asks for, checked. */
export interface ReviewOptions {
  /** How many days ahead count as due. */
  withinDays: number;
  owner: string | undefined;
  failOn: Failure | undefined;
  format: Format;
  contentDirectory: string;
}

/** Parses the command line. A refusal says what was expected, and ends in a newline. */
export function parseArguments(args: readonly string[]): ReviewOptions | 'help' | { refusal: string } {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        'due-within': { type: 'string', default: `${soonInDays}d` },
        owner: { type: 'string' },
        'fail-on': { type: 'string' },
        format: { type: 'string', default: 'pretty' },
        content: { type: 'string', default: 'content' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return { refusal: `${error instanceof Error ? error.message : String(error)}\n\n${usage}` };
  }
  if (values.help) return 'help';
  const days = /^(?<days>\d{1,4})d$/.exec(values['due-within'])?.groups?.days;
  if (days === undefined) {
    return { refusal: `Unexpected \`--due-within ${values['due-within']}\`, expected days from \`0d\` to \`9999d\`\n` };
  }
  const failOn = failures.find((name) => name === values['fail-on']);
  if (values['fail-on'] !== undefined && failOn === undefined) {
    return { refusal: describeUnknown('--fail-on', values['fail-on'], failures) };
  }
  const format = formats.find((name) => name === values.format);
  if (format === undefined) return { refusal: describeUnknown('--format', values.format, formats) };
  if (!statSync(values.content, { throwIfNoEntry: false })?.isDirectory()) {
    return { refusal: `Unexpected \`--content ${values.content}\`, expected a directory\n` };
  }
  return { withinDays: Number(days), owner: values.owner, failOn, format, contentDirectory: values.content };
}

function describeUnknown(option: string, value: string, known: readonly string[]): string {
  const near = findNearMiss(value, known);
  return `Unexpected \`${option} ${value}\`, expected ${renderAlternatives(known)}${near === undefined ? '' : `; did you mean \`${near}\`?`}\n`;
}
