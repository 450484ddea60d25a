import { renderCount } from '#report/phrase.ts';
import type { LinkHealth } from '#schema/link-health.ts';
import { renderLinkTable } from './link-table.ts';
import type { Note } from './pull-request.ts';

/** The one issue is found by its title. */
export const issueTitle = 'Citations that need somebody';

/** What the issue says once there is nothing left, so that the same trouble later is news again. */
export const settledBody = 'Nothing at the moment: no citation is dead, and the check gets through.';

/** One bad day of the network is nobody's business; this many in a row are. */
const toleratedRuns = 2;

interface IssueSubject {
  health: LinkHealth;
  /** Runs that were inconclusive in a row, back from the newest. */
  inconclusiveRuns: number;
  /** Page of the workflow's runs. */
  runsUrl: string;
}

/** Renders the issue, or nothing when nobody is needed. Equal trouble is an equal text: no days or counts of runs in it. */
export function renderIssue({ health, inconclusiveRuns, runsUrl }: IssueSubject): Note | undefined {
  const dead = health.links.filter(({ state }) => state === 'dead');
  const isBlind = inconclusiveRuns > toleratedRuns;
  if (dead.length === 0 && !isBlind) return undefined;
  return {
    title: issueTitle,
    body: [
      ...(isBlind ? [renderBlindness(runsUrl)] : []),
      ...(dead.length > 0
        ? [
            `## Dead: ${renderCount(dead.length, 'citation')}`,
            renderLinkTable(dead).trimEnd(),
            'Each has a file in `content/sources/`. `npm run links -- explain <citation>` shows how the verdict came about. ' +
              'Cite the page that took its place or an archived copy, or waive it in `content/waivers.yaml`; the claim stays.',
            'What stands `like this` is quoted from pages and servers, and nobody has judged it.',
          ]
        : []),
      'The daily check keeps this text up to date, and closes the issue when there is nothing left.',
    ].join('\n\n'),
  };
}

function renderBlindness(runsUrl: string): string {
  return [
    '## The check could not tell',
    `[The last runs](${runsUrl}) were inconclusive, ${toleratedRuns + 1} or more in a row: the network failed them, or their ` +
      'time was not enough. Until one succeeds, nothing new is known of any citation.',
  ].join('\n\n');
}
