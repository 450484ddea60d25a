import { Client } from 'undici';
import type { Body } from '../exchange.ts';
import type { Allowances } from '../policy/refusal.ts';
import { readBody } from './body.ts';
import { classifyError } from './classify-error.ts';
import { createConnector } from './connector.ts';
import { startHopDeadlines } from './deadlines.ts';
import type { FetchLimits } from './limits.ts';
import type { Lookup } from './lookup.ts';
import { readResponseHeaders, type ResponseHeaders } from './response-headers.ts';

export interface HopOptions {
  lookup: Lookup;
  allowances: Allowances;
  ca: string | undefined;
  limits: FetchLimits;
  headers: Readonly<Record<string, string>>;
  /** Whether the body of an answer with this status is worth reading. */
  needsBody: (status: number) => boolean;
  signal: AbortSignal;
}

export interface HopAnswer extends ResponseHeaders {
  status: number;
  address: string;
  body: Body;
}

/**
 * One request and its answer. Throws a `TransportFailure`, a `PolicyRefusal`, or what the signal was aborted with.
 * Each request has a connection of its own: none that was checked for one name is used for another, and what a server
 * sends beyond the limits ends with the connection.
 */
export async function fetchHop(url: URL, options: HopOptions): Promise<HopAnswer> {
  const { lookup, allowances, ca, limits, headers, needsBody, signal } = options;
  signal.throwIfAborted();
  const deadlines = startHopDeadlines(limits, signal, url.host);
  let address = '';
  const onConnect = (peer: string) => {
    address = peer;
  };
  const client = new Client(url.origin, {
    connect: createConnector({ lookup, allowances, deadlines, ca, onConnect }),
    allowH2: false,
    pipelining: 0,
    maxHeaderSize: limits.headerBytes,
    // The deadlines take their place: these do not end an answer that comes byte by byte.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    const response = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers,
      signal: deadlines.signal,
    });
    deadlines.enter('body');
    const read = readResponseHeaders(response.headers, limits.headerFields, url.host);
    const body = needsBody(response.statusCode)
      ? await readBody(response.body, read.headers['content-encoding'], limits)
      : { bytes: new Uint8Array(), truncated: false };
    return { ...read, status: response.statusCode, address, body };
  } catch (error) {
    throw classifyError(error, url.host);
  } finally {
    deadlines.stop();
    await client.destroy();
  }
}
