import type { Exchange } from '#tools/links/exchange.ts';
import { createFetcher } from '#tools/links/fetch/fetcher.ts';
import type { ExchangeOptions, FetchExchange, FetcherOptions } from '#tools/links/fetch/fetch-options.ts';

/** The one address that these fetchers take for public. */
export const loopbackAddress = '127.0.0.1';

/** A fetcher that finds every host on loopback, and asks it on any port. */
export function createLoopbackFetcher(options: Partial<FetcherOptions> = {}): FetchExchange {
  return createFetcher({
    lookup: () => Promise.resolve([loopbackAddress]),
    nowMs: () => performance.now(),
    userAgent: 'iris-async-links/0 (+https://repository.example)',
    allowAddress: (address) => address === loopbackAddress,
    allowPort: () => true,
    ...options,
  });
}

/** One exchange with a fetcher of its own. */
export function fetchFromLoopback(
  url: string,
  fetcher: Partial<FetcherOptions> = {},
  options: Partial<ExchangeOptions> = {},
): Promise<Exchange> {
  return createLoopbackFetcher(fetcher)(url, { signal: new AbortController().signal, ...options });
}
