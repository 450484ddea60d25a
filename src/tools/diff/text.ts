import type { Difference } from '#model/difference/difference.ts';
import { listStatements, type Statement } from '#model/difference/statements.ts';
import { renderForeignLine } from '#report/foreign.ts';

/** A difference for a terminal: a heading for each group, and a line for each statement. Empty when nothing differs. */
export function renderText(difference: Difference): string {
  return listStatements(difference)
    .map(({ heading, statements }) => `${heading}\n${statements.map((line) => `  ${renderLine(line)}\n`).join('')}`)
    .join('\n');
}

function renderLine(statement: Statement): string {
  return statement.map((part) => (typeof part === 'string' ? part : renderForeignLine(part.value))).join('');
}
