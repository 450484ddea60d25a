import type { Exchange, FailureCode } from '../exchange.ts';
import { readFacts } from '../facts/facts.ts';
import type { Validators } from '../fetch/request-headers.ts';
import type { CheckWorld } from './world.ts';

export interface Question {
  url: string;
  language: string;
  conditional?: Validators | undefined;
  /** Waits before asking again, in milliseconds. */
  retryWaitsMs: readonly number[];
  signal: AbortSignal;
}

/** Failures that may be over in a moment. What a certificate or a name says stays as it is. */
const passing: ReadonlySet<FailureCode> = new Set([
  'DNS_TEMPORARY',
  'CONNECT_TIMEOUT',
  'RESET',
  'CLOSED',
  'HEADERS_TIMEOUT',
  'HTTP2',
]);

/** Asks for a URL as its host allows it, and again after a failure that may pass. Rejects only when the signal aborts. */
export async function ask(world: CheckWorld, question: Question): Promise<Exchange> {
  const { url, signal, retryWaitsMs } = question;
  const { hostname } = URL.parse(url) ?? { hostname: '' };
  // Text that is no URL of the web is refused by the fetcher, which has the words for it.
  if (hostname !== '' && /^https?:/i.test(url)) {
    const permission = await world.askRobots(url, { signal });
    if (permission.kind === 'disallowed')
      return { kind: 'refused', code: 'ROBOTS', detail: permission.detail, hops: [], ms: 0 };
    if (permission.kind === 'failed' && !mayPass(permission.exchange)) return permission.exchange;
  }
  let exchange = await fetchOnce(world, question);
  for (const waitMs of retryWaitsMs) {
    if (!mayPass(exchange)) return exchange;
    await world.clock.wait(waitMs * (1 + world.random() / 2), signal);
    exchange = await fetchOnce(world, question);
  }
  return exchange;
}

function mayPass(exchange: Exchange): boolean {
  return exchange.kind === 'failed' && passing.has(exchange.code);
}

function fetchOnce({ fetchExchange }: CheckWorld, { url, language, conditional, signal }: Question): Promise<Exchange> {
  return fetchExchange(url, {
    signal,
    language,
    ...(conditional !== undefined && { conditional }),
    readRefresh: (answer) => readFacts(answer).refresh,
  });
}
