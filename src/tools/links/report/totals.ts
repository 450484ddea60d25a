import { renderCount } from '#report/phrase.ts';
import type { LinkReport } from './link-report.ts';

/** Citations by what can be said of them. They add up to all there are. */
export interface LinkTotals {
  citations: number;
  verified: number;
  unverifiable: number;
  dead: number;
  suspect: number;
  waived: number;
  notVerifiedYet: number;
}

export function countLinks({ links }: LinkReport): LinkTotals {
  const byState = Map.groupBy(links, ({ state }) => state);
  const count = (state: (typeof links)[number]['state']) => byState.get(state)?.length ?? 0;
  return {
    citations: links.length,
    verified: count('healthy'),
    unverifiable: count('unverifiable'),
    dead: count('dead'),
    suspect: count('suspect'),
    waived: count('waived'),
    notVerifiedYet: count('new'),
  };
}

/** All numbers, the zeros too: "0 dead" means little where most could not be verified. */
export function renderTotals(report: LinkReport): string {
  const { citations, verified, unverifiable, dead, suspect, waived, notVerifiedYet } = countLinks(report);
  const first = `${verified} verified, ${unverifiable} unverifiable, ${dead} dead`;
  return `${renderCount(citations, 'citation')}: ${first}, ${suspect} suspect, ${waived} waived, ${notVerifiedYet} not verified yet`;
}
