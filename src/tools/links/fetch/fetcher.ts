import type { Hop } from '../exchange.ts';
import { walkChain } from './chain.ts';
import { Connections } from './connections.ts';
import { startCitationDeadline } from './deadlines.ts';
import { PolicyRefusal, TransportFailure } from './failure.ts';
import type { FetchExchange, FetcherOptions } from './fetch-options.ts';
import { defaultLimits } from './limits.ts';

/** The network of the checker. Proxies of the environment are not used: behind one, no address could be checked. */
export function createFetcher(fetcher: FetcherOptions): FetchExchange {
  const { lookup, ca } = fetcher;
  const allowances = { address: fetcher.allowAddress, port: fetcher.allowPort };
  const connections = new Connections({ lookup, ca, allowances });
  return async (url, options) => {
    const limits = { ...defaultLimits, ...fetcher.limits, ...options.limits };
    const startMs = fetcher.nowMs();
    const hops: Hop[] = [];
    const deadline = startCitationDeadline(limits, options.signal, URL.parse(url)?.host ?? url);
    const end = () => ({ hops, ms: fetcher.nowMs() - startMs });
    try {
      const answer = await walkChain(url, {
        ...fetcher,
        ...options,
        connections,
        limits,
        hops,
        signal: deadline.signal,
      });
      options.signal.throwIfAborted();
      return { ...end(), kind: 'answered', answer };
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof PolicyRefusal) return { ...end(), kind: 'refused', code: error.code, detail: error.message };
      if (error instanceof TransportFailure)
        return { ...end(), kind: 'failed', code: error.code, detail: error.message };
      throw error;
    } finally {
      deadline.stop();
    }
  };
}
