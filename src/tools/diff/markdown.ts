import type { Difference } from '#model/difference/difference.ts';
import { listStatements, type Statement } from '#model/difference/statements.ts';
import { renderCount } from '#report/phrase.ts';
import { renderCode } from '#report/markdown-code.ts';

/** GitHub takes one megabyte of summary and 64 kB of comment, and refuses them whole when they are longer. */
const sizeLimit = 60_000;

/** A difference for a comment on a pull request, or the summary of a run. Whatever comes from the content is code. */
export function renderMarkdown(difference: Difference, between: string): string {
  const lines = listStatements(difference).flatMap(({ heading, statements }) => [
    { text: `\n### ${heading}\n\n`, isStatement: false },
    ...statements.map((statement) => ({ text: `- ${renderLine(statement)}\n`, isStatement: true })),
  ]);
  let length = 0;
  const shown = lines.filter(({ text }) => (length += text.length) <= sizeLimit);
  const hidden = lines.filter((line) => line.isStatement && !shown.includes(line)).length;
  return [
    `## What changes in the content\n\n${between}\n`,
    ...(lines.length === 0 ? ['\nNothing but wording.\n'] : shown.map(({ text }) => text)),
    ...(hidden > 0 ? [`\n${renderCount(hidden, 'more line')} not shown here.\n`] : []),
  ].join('');
}

function renderLine(statement: Statement): string {
  return statement.map((part) => (typeof part === 'string' ? part : renderCode(part.value))).join('');
}
