import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { renderCount } from '#report/phrase.ts';
import { renderForeign, renderForeignLine } from '#report/foreign.ts';
import { replaceIn } from './apply.ts';
import type { FixPlan, ReadFile } from './replacement.ts';

/** Renders what a plan would change as a unified diff, then what it leaves to a human. */
export function renderFixPlan({ replacements, left }: FixPlan, readFile: ReadFile): string {
  const files = Map.groupBy(replacements, ({ file }) => file);
  const diffs = [...files].map(([file, ofFile]) => {
    const before = readFile(file);
    const { text, refusal } = replaceIn(before, file, ofFile);
    if (text === undefined) return `${renderForeign(refusal)}\n`;
    const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before ?? '', text, undefined, undefined, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    });
    return patch.split('\n').map(renderForeignLine).join('\n');
  });
  const rest = left.map(
    ({ file, line, column, citation, reason }) =>
      `${renderForeign(file)}:${line}:${column}: ${renderForeign(citation)} is left to a human: ${renderForeign(reason)}\n`,
  );
  const changed = new Set(replacements.map(({ citation }) => citation)).size;
  const totals = `${renderCount(changed, 'citation')} to change, ${left.length} left to a human\n`;
  return [...diffs, ...rest, totals].join('');
}
