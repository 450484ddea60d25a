import type { Citation } from './citation.ts';

/** A page that is there as long as the network is. When no canary answers well, a run says nothing about the citations. */
export type Canary = Pick<Citation, 'id' | 'url' | 'expect'>;

/** What the checker is set to. Every setting that is about one host says why. */
export const linkConfig = {
  canaries: [
    { id: 'canary-python', url: 'https://www.python.org/', expect: { terms: ['Python'] } },
    { id: 'canary-iana', url: 'https://www.iana.org/help/example-domains', expect: { terms: ['example.com'] } },
  ] satisfies Canary[],
  /** Hosts whose pages get their anchors from scripts, so that a missing one is no evidence. */
  shellHosts: new Map([['github.com', 'anchors of issues and rendered files are added by scripts']]) as ReadonlyMap<
    string,
    string
  >,
  /** Days after which a host is asked again for a page that cannot exist. */
  controlDays: 30,
  /** Waits before asking again after a failure of the network, in milliseconds. */
  retryWaitsMs: [1000, 4000],
  /** Time a run may take, in milliseconds. */
  budgetMs: 20 * 60_000,
} as const;
