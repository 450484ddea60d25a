import type { Citation } from '../citation.ts';
import { deriveExpectHash } from '../identify/expect-hash.ts';
import type { Observation } from '../observation.ts';
import { deriveHost } from './bucket.ts';

/** What is observed of a citation that nobody asked for, because its host had failed too often in the run. */
export function observeHostDown(
  { id, url, expect }: Citation,
  { at, vantage }: Pick<Observation, 'at' | 'vantage'>,
): Observation {
  return {
    citation: id,
    url,
    at,
    verdict: 'unreachable',
    code: 'HOST_DOWN',
    detail: `\`${deriveHost(url)}\` did not answer several times in a row, so it was not asked again`,
    notes: [],
    hops: [],
    ms: 0,
    bytes: 0,
    truncated: false,
    expectHash: deriveExpectHash({ url, expect }),
    vantage,
  };
}
