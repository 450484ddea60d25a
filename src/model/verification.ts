import type { Evidence, EvidenceKind } from '#schema/evidence.ts';
import { addDays, countDays } from './day.ts';
import type { Judgement } from './judgements.ts';

/**
 * How far a judgement can be trusted today; computed, never written.
 * - `disputed`: fresh public evidence stands on both sides
 * - `stale`: older than the shortest life of its evidence
 * - `verified`: all that supports it has been read or searched within its life, with a day on record. A source is read
 *   by a person, or by the link check on a day it found there what the source is cited for
 * - `unverified`: some of what supports it has no such day
 * - `uncheckable`: it rests on documents that nobody outside can read
 */
export type VerificationState = 'disputed' | 'stale' | 'verified' | 'unverified' | 'uncheckable';

export interface Verification {
  state: VerificationState;
  /** The last day the judgement counts as fresh; absent when nothing public supports it. */
  freshUntil?: string;
}

/** Days that evidence of a kind stays fresh. An internal report has no life: nobody outside can renew it. */
export const lifeInDays: Record<Exclude<EvidenceKind, 'internal-report'>, number> = {
  'sample-run': 90,
  measurement: 90,
  'absence-search': 90,
  'vendor-doc': 180,
  'release-note': 180,
  'source-code': 365,
  'issue-thread': 365,
  'community-post': 365,
};

/** Derives the verification of a judgement on a day (`YYYY-MM-DD`). `lastReadOf` gives the day a source was last read live. */
export function deriveVerification(
  judgement: Judgement,
  asOf: string,
  lastReadOf: (id: string) => string | undefined,
): Verification {
  const evidence = judgement.evidence.filter(({ kind, stance }) => kind !== 'internal-report' && stance !== 'context');
  const lives = evidence.map(({ kind }) => (kind === 'internal-report' ? Infinity : lifeInDays[kind]));
  const supporting = evidence.filter(({ stance }) => stance === 'supports');
  if (supporting.length === 0) return { state: judgement.evidence.length === 0 ? 'unverified' : 'uncheckable' };

  const freshUntil = addDays(judgement.on, Math.min(...lives));
  if (asOf > freshUntil) return { state: 'stale', freshUntil };
  if (supporting.length < evidence.length) return { state: 'disputed', freshUntil };
  const read = supporting.every((item) => isRead(item, asOf, lastReadOf));
  return { state: read ? 'verified' : 'unverified', freshUntil };
}

/** Whether evidence was really looked at within its life: a dated search, or a source with the day of a live reading. */
function isRead(evidence: Evidence, asOf: string, lastReadOf: (id: string) => string | undefined): boolean {
  if (evidence.kind === 'internal-report') return false;
  const days =
    evidence.kind === 'absence-search'
      ? (evidence.absence ?? []).map(({ on }) => on)
      : [lastReadOf(evidence.source)].filter((day) => day !== undefined);
  const life = lifeInDays[evidence.kind];
  return days.length > 0 && days.every((day) => countDays(day, asOf) <= life);
}
