import type { Body } from '../exchange.ts';
import { readBody } from './body.ts';
import { classifyError } from './classify-error.ts';
import type { Connection, Connections } from './connections.ts';
import { startHopDeadlines, type HopDeadlines } from './deadlines.ts';
import type { FetchLimits } from './limits.ts';
import { readResponseHeaders, type ResponseHeaders } from './response-headers.ts';

export interface HopOptions {
  connections: Connections;
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

/** One request and its answer. Throws a `TransportFailure`, a `PolicyRefusal`, or what the signal was aborted with. */
export async function fetchHop(url: URL, options: HopOptions): Promise<HopAnswer> {
  const { connections, limits, signal } = options;
  signal.throwIfAborted();
  const deadlines = startHopDeadlines(limits, signal, url.host);
  try {
    const kept = connections.take(url.origin, limits, deadlines);
    if (kept !== undefined) {
      deadlines.enter('headers');
      const answer = await ask(url, kept, options).catch((error: unknown) => {
        if (isEndOfIdle(error, deadlines)) return undefined;
        throw error;
      });
      if (answer !== undefined) return answer;
    }
    return await ask(url, connections.open(url.origin, limits, deadlines), options);
  } catch (error) {
    throw classifyError(error, url.host);
  } finally {
    deadlines.stop();
  }
}

async function ask(url: URL, connection: Connection, options: HopOptions): Promise<HopAnswer> {
  const { connections, limits, headers, needsBody } = options;
  const { client, deadlines } = connection;
  let isClean = false;
  try {
    const response = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers,
      signal: deadlines.signal,
    });
    const { address } = connection;
    deadlines.enter('body');
    const read = readResponseHeaders(response.headers, limits.headerFields, url.host);
    const isWanted = needsBody(response.statusCode);
    const body = isWanted
      ? await readBody(response.body, read.headers['content-encoding'], limits)
      : { bytes: new Uint8Array(), truncated: false };
    isClean = isWanted && body.fault === undefined;
    return { ...read, status: response.statusCode, address, body };
  } finally {
    // What a server sends beyond the limits ends with the connection.
    if (isClean) connections.keep(url.origin, limits, connection);
    else await connections.end(connection);
  }
}

/** Whether a kept connection had ended before its server could read the request: that says nothing of the page. */
function isEndOfIdle(error: unknown, { signal }: HopDeadlines): boolean {
  if (signal.aborted || !(error instanceof Error) || !('code' in error)) return false;
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(String(error.code));
}
