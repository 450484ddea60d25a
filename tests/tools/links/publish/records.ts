import type { LinkHealth, LinkRecord } from '#schema/link-health.ts';
import { emptyHealth } from '#tools/links/history/render.ts';

/** A record of a citation that is well, unless told otherwise. */
export function createRecord(citation: string, overrides: Partial<LinkRecord> = {}): LinkRecord {
  return {
    citation,
    url: `https://docs.example.org/${citation}`,
    state: 'healthy',
    since: '2026-11-01',
    firstSeen: '2026-11-01',
    lastChecked: '2026-11-20',
    lastOk: '2026-11-20',
    streak: null,
    last: { verdict: 'ok', code: 'OK', detail: 'The page says what it is cited for' },
    expectHash: '0123456789abcdef',
    nextDue: '2026-11-27',
    ...overrides,
  };
}

/** A record of a citation whose page is gone. */
export function createDeadRecord(citation: string, overrides: Partial<LinkRecord> = {}): LinkRecord {
  return createRecord(citation, {
    state: 'dead',
    since: '2026-11-19',
    lastOk: '2026-11-09',
    streak: { kind: 'negative', n: 3, from: '2026-11-16' },
    last: { verdict: 'gone', code: 'HTTP_404', detail: 'The server answered 404: the page is not there' },
    ...overrides,
  });
}

export function createHealth(...links: LinkRecord[]): LinkHealth {
  return { ...emptyHealth, links };
}
