import type { Answer, Hop } from '../exchange.ts';
import { checkDowngrade, checkUrl } from '../policy/url.ts';
import type { Connections } from './connections.ts';
import { createCookieJar } from './cookie-jar.ts';
import { demand, TransportFailure } from './failure.ts';
import type { ExchangeOptions, FetcherOptions } from './fetch-options.ts';
import { fetchHop, type HopAnswer } from './hop.ts';
import type { FetchLimits } from './limits.ts';
import { isRedirect, isSameDocument, omitFragment, resolveTarget } from './redirect.ts';
import { defaultAccept, deriveRequestHeaders } from './request-headers.ts';

const anything = '*/*';

export interface Chain extends Omit<FetcherOptions, 'limits'>, Omit<ExchangeOptions, 'limits'> {
  connections: Connections;
  limits: FetchLimits;
  /** Gets a hop for each answer, also when the chain ends with a failure. */
  hops: Hop[];
}

/** Follows a URL to its last answer. Throws a `TransportFailure`, a `PolicyRefusal`, or what the signal was aborted with. */
export async function walkChain(text: string, chain: Chain): Promise<Answer> {
  const { hops, limits } = chain;
  const jar = createCookieJar(chain.nowMs);
  const asked = new Set<string>();
  const allowances = { address: chain.allowAddress, port: chain.allowPort };
  demand(checkUrl(text, allowances));
  const first = new URL(text);
  let url = first;
  let isAtHome = true;
  let isRefreshed = false;
  let via: Hop['via'];

  for (;;) {
    const cookie = jar.render(url);
    const key = `${omitFragment(url)} ${cookie ?? ''}`;
    if (asked.has(key)) {
      throw new TransportFailure('REDIRECT_LOOP', `Unexpected redirect back to \`${url.href}\`, expected a page`);
    }
    asked.add(key);

    const answered = await ask(url, chain, { cookie, isAtHome });
    jar.store(url, answered.setCookies);
    const { status, headers, body, address, location } = answered;
    const hop: Hop = { url: url.href, status, address, ...(via !== undefined && { via }) };
    hops.push(hop);

    const answer: Answer = { url: url.href, status, headers, body };
    let next: URL | undefined;
    if (isRedirect(status)) {
      next = resolveTarget(location, url);
      if (next === undefined) throw badRedirect(url, status, location);
      hop.location = location;
      via = undefined;
    } else {
      const refresh = isRefreshed || Math.trunc(status / 100) !== 2 ? undefined : chain.readRefresh?.(answer);
      next = resolveTarget(refresh, url);
      // A page that loads itself anew, or nothing that can be asked, is the end.
      if (next === undefined || isSameDocument(next, url)) return answer;
      hop.location = refresh;
      via = 'meta-refresh';
      isRefreshed = true;
    }
    if (hops.length > limits.redirects) {
      const detail = `Unexpected redirect after ${limits.redirects} others to \`${next.href}\`, expected a page`;
      throw new TransportFailure('REDIRECT_LIMIT', detail);
    }
    demand(checkUrl(next.href, allowances) ?? checkDowngrade(url, next));
    isAtHome &&= next.hostname === first.hostname;
    url = next;
  }
}

/** Asks one URL, and once more for any type when the server has none of those that were asked for. */
async function ask(
  url: URL,
  chain: Chain,
  { cookie, isAtHome }: { cookie: string | undefined; isAtHome: boolean },
): Promise<HopAnswer> {
  const fetchAs = (accept: string) =>
    fetchHop(url, {
      ...chain,
      headers: deriveRequestHeaders(url, {
        userAgent: chain.userAgent,
        accept,
        language: chain.language ?? 'en',
        cookie,
        conditional: isAtHome ? chain.conditional : undefined,
        githubToken: chain.hops.length === 0 ? chain.githubToken : undefined,
      }),
      needsBody: (status) => !isRedirect(status) && (status !== 406 || accept === anything),
    });
  const accept = chain.accept ?? defaultAccept;
  const answer = await fetchAs(accept);
  return answer.status === 406 && accept !== anything ? fetchAs(anything) : answer;
}

function badRedirect(url: URL, status: number, location: string | undefined): TransportFailure {
  const found = location === undefined ? 'no location' : `location \`${location}\``;
  return new TransportFailure(
    'BAD_REDIRECT',
    `Unexpected ${found} with status ${status} at \`${url.host}\`, expected a URL`,
  );
}
