import type { Answer, Exchange } from '../exchange.ts';
import type { FetchLimits } from './limits.ts';
import type { Lookup } from './lookup.ts';
import type { Validators } from './request-headers.ts';

export interface FetcherOptions {
  lookup: Lookup;
  nowMs: () => number;
  /** The checker's own name, its version, and where to read of it. */
  userAgent: string;
  limits?: Partial<FetchLimits>;
  /** Addresses to allow beyond the public ones; for tests. */
  allowAddress?: (address: string) => boolean;
  /** Ports to allow beyond those of the web; for tests. */
  allowPort?: (port: number) => boolean;
  /** Certificates of the authorities to trust instead of those of Node.js. */
  ca?: string;
  /** Sent to `api.github.com` over https, when that is the URL that was asked for. */
  githubToken?: string;
}

export interface ExchangeOptions {
  /** Ends the chain: the promise rejects with its reason. */
  signal: AbortSignal;
  accept?: string;
  /** Value of `Accept-Language`; `en` unless given. */
  language?: string;
  /** Sent as long as the chain stays on the host of the URL. */
  conditional?: Validators;
  /** Reads the target of a `<meta http-equiv="refresh">` out of a page; one is followed in a chain. */
  readRefresh?: (answer: Answer) => string | undefined;
  /** Other limits than those of the fetcher. */
  limits?: Partial<FetchLimits>;
}

/** Asks for a URL and follows it to its end. Never rejects for what a server does. */
export type FetchExchange = (url: string, options: ExchangeOptions) => Promise<Exchange>;
