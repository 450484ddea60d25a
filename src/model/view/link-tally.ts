import { linkStates, type LinkState } from '#schema/link-health.ts';
import { listCitedPages } from '../link-health.ts';
import type { Model } from '../model.ts';
import { linkStateTerms } from '../vocabulary.ts';
import { deriveCitationHealth } from './citation-health.ts';

/** How the citations of the site fare, all states counted apart. */
export interface LinkTally {
  /** How many citations there are: sources in use that have an address. */
  of: number;
  counts: Record<LinkState, number>;
  /** The day of the newest check; absent before the first. */
  checkedOn: string | undefined;
}

export function deriveLinkTally(model: Model): LinkTally {
  const pages = listCitedPages(model.content.entries);
  const counts = Object.fromEntries(linkStates.map((state) => [state, 0])) as Record<LinkState, number>;
  for (const { id } of pages) counts[deriveCitationHealth(model, id)?.state ?? 'new'] += 1;
  const days = model.content.linkHealth.data.links.flatMap(({ lastChecked }) => lastChecked ?? []);
  return { of: pages.length, counts, checkedOn: days.toSorted().at(-1) };
}

/** The states that a reader is told of first, and the rest. */
export const mainStates = ['healthy', 'unverifiable', 'dead'] as const satisfies readonly LinkState[];
export const otherStates = ['suspect', 'waived', 'new'] as const satisfies readonly LinkState[];

/** The counts in words, the three that matter always: "3 verified, 1 unverifiable, 0 dead, 2 suspect". */
export function renderTally({ counts }: LinkTally): string {
  return [...mainStates, ...otherStates.filter((state) => counts[state] > 0)]
    .map((state) => `${counts[state]} ${linkStateTerms[state].word.toLowerCase()}`)
    .join(', ');
}
