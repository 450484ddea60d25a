import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that looks random and is the same for the same text, on every machine and for ever. */
export function deriveStableShare(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
