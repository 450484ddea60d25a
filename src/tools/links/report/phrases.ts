import { countDays } from '#model/day.ts';
import type { LinkRecord } from '#schema/link-health.ts';
import { renderForeign } from '#report/foreign.ts';
import type { Finding } from '../observation.ts';
import type { ReportedLink } from './link-report.ts';

/** "last verified 12 days ago": never "working", which nobody knows of today. */
export function renderVerified(lastOk: string | null, today: string): string {
  if (lastOk === null) return 'not verified yet';
  const days = countDays(lastOk, today);
  if (days <= 0) return 'last verified today';
  return days === 1 ? 'last verified yesterday' : `last verified ${days} days ago`;
}

/** "failing since 2026-11-20 (seen 3 times)". */
export function renderStreak({ n, from }: NonNullable<LinkRecord['streak']>): string {
  return `failing since ${from} (seen ${n === 1 ? 'once' : `${n} times`})`;
}

/** When it was verified, and since when it fails. */
export function renderHistory({ lastOk, streak }: Pick<ReportedLink, 'lastOk' | 'streak'>, today: string): string {
  return [renderVerified(lastOk, today), ...(streak === null ? [] : [renderStreak(streak)])].join(', ');
}

const kinds: Record<NonNullable<Finding['suggestion']>['kind'], string> = {
  'permanent-redirect': 'moved there for good',
  https: 'the same page over https',
  anchor: 'the nearest anchor',
  versioned: 'another edition',
  archive: 'an archived copy',
};

/** What could be cited instead, in two parts: the URL is foreign. */
export function describeSuggestion({ kind, confidence }: NonNullable<Finding['suggestion']>): string {
  const proof = confidence === 'high' ? 'it says there what it is cited for' : 'nobody has looked there';
  return `${kinds[kind]}; ${proof}`;
}

/** "gone (HTTP_404): The server answered 404: the page is not there." */
export function renderFinding({ verdict, code, detail }: Finding): string {
  return `${verdict} (${renderForeign(code)}): ${renderForeign(detail)}`;
}

/** "waived until 2027-01-31 by the editors: the host blocks all checkers". */
export function renderWaiver({ reason, owner, expires }: NonNullable<ReportedLink['waiver']>): string {
  return `waived until ${expires} by ${renderForeign(owner)}: ${renderForeign(reason)}`;
}

/** Clauses of one line: "gone (HTTP_404): the page is not there; last verified 12 days ago". */
export function joinClauses(clauses: readonly string[]): string {
  return clauses.map((clause) => clause.replace(/\.$/, '')).join('; ');
}
