import type { Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import type { Body } from '../exchange.ts';
import type { FetchLimits } from './limits.ts';

type Decoded = Pick<Body, 'bytes' | 'fault'>;

const nothing = new Uint8Array();

/** A small body may be mostly repetition; the limit of expansion begins above this. */
const smallBodyBytes = 64 * 1024;

const decoders: Readonly<Record<string, (input: Uint8Array) => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  // The window that RFC 9659 grants: larger ones are a way to make a client take memory.
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
  // Both forms are in use: with the header of zlib, and without.
  deflate: (input) => (hasZlibHeader(input) ? createInflate() : createInflateRaw()),
};

/** The codings that are understood, as a request names them. */
export const acceptedCodings = 'gzip, br, zstd, deflate';

/** Undoes the codings of a body, the last one first. Keeps what was decoded before a fault. */
export async function decode(
  raw: Uint8Array,
  contentEncoding: string | undefined,
  limits: FetchLimits,
): Promise<Decoded> {
  const codings = (contentEncoding ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > limits.codings) return { bytes: nothing, fault: 'coding-depth' };
  if (codings.some((coding) => !Object.hasOwn(decoders, coding))) return { bytes: nothing, fault: 'coding-unknown' };
  if (raw.length === 0) return { bytes: nothing };

  const expandedBytes = Math.max(smallBodyBytes, raw.length * limits.expansion);
  const maxBytes = Math.min(limits.bodyBytes, expandedBytes);
  let result: Decoded = { bytes: raw };
  for (const coding of codings.toReversed()) {
    const { bytes, fault } = await undo(result.bytes, coding, maxBytes);
    // A cut in an inner coding explains why the outer one looks broken.
    result = { bytes, fault: fault === 'coding-broken' ? (result.fault ?? fault) : (fault ?? result.fault) };
  }
  if (result.fault === 'size' && expandedBytes < limits.bodyBytes) return { bytes: result.bytes, fault: 'ratio' };
  return result;
}

function undo(input: Uint8Array, coding: string, maxBytes: number): Promise<Decoded> {
  const decoder = decoders[coding]?.(input);
  if (decoder === undefined) return Promise.resolve({ bytes: nothing, fault: 'coding-unknown' });
  return new Promise((resolve) => {
    const kept: Buffer[] = [];
    let size = 0;
    const end = (fault?: Body['fault']) => {
      decoder.destroy();
      resolve({ bytes: Buffer.concat(kept, Math.min(size, maxBytes)), fault });
    };
    // Listened to rather than iterated: what was decoded before an error would be thrown away.
    decoder.on('data', (chunk: Buffer) => {
      if (size > maxBytes) return;
      kept.push(chunk);
      size += chunk.length;
      if (size > maxBytes) end('size');
    });
    decoder.once('end', () => {
      end();
    });
    decoder.on('error', () => {
      end('coding-broken');
    });
    decoder.end(input);
  });
}

function hasZlibHeader(input: Uint8Array): boolean {
  const [method = 0, flags = 0] = input;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}
