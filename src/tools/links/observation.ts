import type { LinkRecord, LinkVerdict } from '#schema/link-health.ts';
import type { Hop } from './exchange.ts';

/** How much a verdict says: whether the page is good, bad, did not answer, or could not be judged. */
export type EvidenceClass = 'positive' | 'negative' | 'weak' | 'neutral';

export const evidenceClasses: Record<LinkVerdict, EvidenceClass> = {
  ok: 'positive',
  moved: 'positive',
  redirected: 'positive',
  drifted: 'negative',
  'soft-404': 'negative',
  'anchor-missing': 'negative',
  gone: 'negative',
  'no-such-host': 'negative',
  unreachable: 'weak',
  'tls-error': 'weak',
  blocked: 'neutral',
  unverified: 'neutral',
  refused: 'neutral',
  invalid: 'neutral',
  waived: 'neutral',
};

/** What a check says of a citation, before it is dated. */
export interface Finding {
  verdict: LinkVerdict;
  /** The exact reason, such as `HTTP_404`, `EXPECT_HEADING`, `ANCHOR`, `TLS_EXPIRED`. */
  code: string;
  /** One sentence for a reader; may quote the page, so every output makes it inert. */
  detail: string;
  /** Further remarks that do not change the verdict: a changed title, a banner that says the page is superseded. */
  notes: readonly string[];
  suggestion?: LinkRecord['suggestion'];
}

/** The result of one check of one citation. */
export interface Observation extends Finding {
  citation: string;
  url: string;
  /** Instant of the check, ISO 8601 in UTC. */
  at: string;
  hops: readonly Hop[];
  /** Wall time of the check in milliseconds. */
  ms: number;
  /** Decoded size of the body in bytes. */
  bytes: number;
  truncated: boolean;
  expectHash: string;
  validators?: LinkRecord['validators'];
  vantage: 'ci' | 'local' | 'human';
}
