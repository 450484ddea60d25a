import { renderInert } from '#report/inert.ts';
import type { LinkRecord } from '#schema/link-health.ts';
import type { Finding } from '../observation.ts';
import type { DayEvidence } from './day-evidence.ts';

/** The record of a citation on the day of its first observation, before that counts. */
export function createRecord(
  { id, url, expectHash }: { id: string; url: string; expectHash: string },
  { on, deciding }: DayEvidence,
): LinkRecord {
  return {
    citation: id,
    url,
    state: 'new',
    since: on,
    firstSeen: on,
    lastChecked: null,
    lastOk: null,
    streak: null,
    last: summariseFinding(deciding),
    expectHash,
    nextDue: on,
  };
}

/** A page may say anything: what is kept of it is short, and holds no control characters nor halves of characters. */
export function summariseFinding({ verdict, code, detail }: Finding): LinkRecord['last'] {
  return { verdict, code, detail: renderInert(detail.toWellFormed(), 199).toWellFormed() };
}
