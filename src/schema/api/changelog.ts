/** A published version of the API's contract. */
export interface ApiRelease {
  /** `major.minor`: the major number stands in the URL, the minor one grows with every addition. */
  version: string;
  /** The day it was published, `YYYY-MM-DD`. */
  on: string;
  /** What changed, one sentence each. */
  changes: readonly string[];
}

/** Every version, newest first. `npm run check:api` refuses a change of the contract that has no entry here. */
export const apiChangelog: readonly [ApiRelease, ...ApiRelease[]] = [
  {
    version: '1.0',
    on: '2026-11-21',
    changes: [
      'First version: the index, every collection and every entry, the support matrix, events, link health, verdicts of samples, the vocabulary, CSV of the collections of claims and of the matrix, and badges.',
    ],
  },
];

export const apiVersion = apiChangelog[0].version;
