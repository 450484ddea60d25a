import { renderInert } from '#report/inert.ts';
import { renderCount, renderList } from '#report/phrase.ts';
import type { Comparison } from './run.ts';

/** How many entries the line names. */
const namedCount = 5;
const wayOut = '  hint: write it anew with `npm run snapshot -- --update`, look at what changed, and commit it\n';

/** The line that says why the recorded snapshot does not stand, with the way out on a second one. */
export function renderStale({ file, isThere, differing, difference }: Comparison): string {
  if (!isThere) return `${renderInert(file)}: Missing snapshot, expected what the content comes to\n${wayOut}`;
  return `${renderInert(file)}: Unexpected snapshot of another content, expected what it comes to now: ${describe()}\n${wayOut}`;

  function describe(): string {
    if (differing.length === 0) {
      const isOfForm = difference.totals.length + difference.events.length === 0;
      return isOfForm ? 'only its form differs, so it was edited by hand' : 'its counts or its history differ';
    }
    const named = differing.slice(0, namedCount).map((key) => `\`${renderInert(key)}\``);
    const more = differing.length - named.length;
    return `${renderList(more > 0 ? [...named, renderCount(more, 'more entry', 'more entries')] : named)} ${differing.length === 1 ? 'differs' : 'differ'}`;
  }
}
