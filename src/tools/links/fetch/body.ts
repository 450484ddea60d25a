import type { Body } from '../exchange.ts';
import { decode } from './coding.ts';
import { TransportFailure } from './failure.ts';
import type { FetchLimits } from './limits.ts';

interface Raw {
  bytes: Uint8Array;
  fault?: 'size' | 'deadline' | 'closed';
}

/** Reads and decodes a body as far as the limits allow. Leaves the rest unread: the caller destroys the connection. */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  contentEncoding: string | undefined,
  limits: FetchLimits,
): Promise<Body> {
  const raw = await collect(chunks, limits.bodyBytes);
  const decoded = await decode(raw.bytes, contentEncoding, limits);
  // What was cut on its way cannot be blamed for how its coding ends.
  const fault = decoded.fault === 'coding-broken' ? (raw.fault ?? decoded.fault) : (decoded.fault ?? raw.fault);
  return { bytes: decoded.bytes, truncated: fault !== undefined && !fault.startsWith('coding-'), fault };
}

async function collect(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Raw> {
  const kept: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      kept.push(chunk);
      size += chunk.length;
      if (size > limit) return { bytes: Buffer.concat(kept, limit), fault: 'size' };
    }
    return { bytes: Buffer.concat(kept) };
  } catch (error) {
    return { bytes: Buffer.concat(kept), fault: error instanceof TransportFailure ? 'deadline' : 'closed' };
  }
}
