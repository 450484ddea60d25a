import robotsParser from 'robots-parser';
import type { Body, Exchange } from '../exchange.ts';
import type { FetchExchange } from './fetch-options.ts';
import { selectGroups } from './robots-groups.ts';

export type RobotsAnswer =
  /** `delayMs` is the pause between requests that the host asks for, up to the cap. */
  | { kind: 'allowed'; delayMs?: number | undefined }
  | { kind: 'disallowed'; detail: string }
  /** The host could not be asked at all. A request for the page would end in the same way. */
  | { kind: 'failed'; exchange: Exchange };

/** Says whether the robots.txt of a host lets the checker ask for a URL. */
export type AskRobots = (url: string, options: { signal: AbortSignal }) => Promise<RobotsAnswer>;

export interface RobotsOptions {
  fetchExchange: FetchExchange;
  nowMs: () => number;
  /** The name by which a robots.txt may address the checker: its User-Agent up to the slash. */
  product: string;
}

type Rules = (url: string) => RobotsAnswer;

const keptMs = 24 * 3600 * 1000;
const delayCapMs = 10_000;
const limits = { redirects: 5, bodyBytes: 500 * 1024 };

/** Asks each origin for its robots.txt once a day. An origin that did not answer is asked again. */
export function createRobots({ fetchExchange, nowMs, product }: RobotsOptions): AskRobots {
  const origins = new Map<string, { untilMs: number; rules: Promise<Rules> }>();

  return async (url, { signal }) => {
    const { origin } = new URL(url);
    let entry = origins.get(origin);
    if (entry === undefined || entry.untilMs <= nowMs()) {
      const exchange = fetchExchange(`${origin}/robots.txt`, { signal, accept: 'text/plain,*/*;q=0.5', limits });
      const rules = exchange.then((result) => deriveRules(origin, result, product));
      entry = { untilMs: nowMs() + keptMs, rules };
      origins.set(origin, entry);
    }
    try {
      const answer = (await entry.rules)(url);
      if (answer.kind === 'failed') origins.delete(origin);
      return answer;
    } catch (error) {
      origins.delete(origin);
      throw error;
    }
  };
}

/** What RFC 9309 makes of the answer for a robots.txt. */
function deriveRules(origin: string, exchange: Exchange, product: string): Rules {
  const path = `${origin}/robots.txt`;
  if (exchange.kind !== 'answered') {
    // Redirects that lead nowhere are as good as no file; that the host is there is known by then.
    return exchange.hops.length > 0 ? () => ({ kind: 'allowed' }) : () => ({ kind: 'failed', exchange });
  }
  const { status, body } = exchange.answer;
  if (status >= 500) {
    const detail = `Unexpected status ${status} of \`${path}\`, expected rules or status 404`;
    return () => ({ kind: 'disallowed', detail });
  }
  if (status < 200 || status > 299) return () => ({ kind: 'allowed' });

  const robots = robotsParser(path, selectGroups(readText(body), product));
  const delayMs = clampDelay(robots.getCrawlDelay(product));
  return (url) =>
    robots.isAllowed(url, product) === false
      ? { kind: 'disallowed', detail: `Unexpected rule of \`${path}\` against \`${url}\`, expected leave to ask` }
      : { kind: 'allowed', delayMs };
}

/** The lines that came whole: half a rule may forbid more than the rule. */
function readText({ bytes, truncated }: Body): string {
  const text = new TextDecoder().decode(bytes);
  return truncated ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
}

function clampDelay(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.max(0, Math.min(seconds * 1000, delayCapMs));
}
