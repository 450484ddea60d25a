import { renderCount } from '#report/phrase.ts';
import { linkStates, type LinkHealth, type LinkState } from '#schema/link-health.ts';
import { deriveHealthChanges } from './health-changes.ts';
import { renderLinkTable } from './link-table.ts';

/** The one branch that the health of links comes on. */
export const healthBranch = 'link-health';

/** What somebody reads on GitHub. */
export interface Note {
  title: string;
  body: string;
}

/** The states in the order in which they want attention, and what a link that came to one of them is called. */
const headings: Readonly<Record<LinkState, string>> = {
  dead: 'Dead',
  suspect: 'Failed, and are asked for again',
  unverifiable: 'Not verified for a month',
  waived: 'Waived',
  healthy: 'Verified',
  new: 'New',
};

/** Renders the pull request for what changes in the health of links: the same text for the same change. */
export function renderPullRequest(before: LinkHealth, after: LinkHealth): Note {
  const { entered, keptCount, dropped } = deriveHealthChanges(before, after);
  const sections = Object.entries(headings).flatMap(([state, heading]) => {
    const records = entered.get(state as LinkState) ?? [];
    return records.length === 0
      ? []
      : [`### ${heading}: ${renderCount(records.length, 'citation')}`, renderLinkTable(records).trimEnd()];
  });
  return {
    title: 'Update the health of links',
    body: [
      'What the daily check of citations found since this was last merged. Only `content/generated/link-health.json` changes.',
      renderTotals(before, after),
      ...sections,
      ...(keptCount > 0 ? [`${renderCount(keptCount, 'citation')} stayed in the same state.`] : []),
      ...(dropped.length > 0
        ? [`${renderCount(dropped.length, 'record')} dropped: no source has the id any more.`]
        : []),
      'What stands `like this` is quoted from pages and servers, and nobody has judged it. ' +
        'A claim stays when its source dies: cite another page, or an archived copy.',
      'Checks of this pull request wait for a maintainer who approves them. ' +
        'Add no commits: the next run writes the branch anew.',
    ].join('\n\n'),
  };
}

/** How many citations are in each state, before and after: all numbers, because few dead mean little among many unverified. */
function renderTotals(before: LinkHealth, after: LinkHealth): string {
  const rows = linkStates.map((state) => `| ${state} | ${countState(before, state)} | ${countState(after, state)} |`);
  return ['| State | Before | After |', '| --- | ---: | ---: |', ...rows].join('\n');
}

function countState({ links }: LinkHealth, wanted: LinkState): number {
  return links.filter(({ state }) => state === wanted).length;
}
