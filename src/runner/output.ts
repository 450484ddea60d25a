import { outputLimitBytes } from './protocol.ts';

/** Collects the output of a run up to the limit, as bytes until the end: a character may come in two pieces. */
export class Output {
  readonly #chunks: { stdout: Uint8Array[]; stderr: Uint8Array[] } = { stdout: [], stderr: [] };
  #size = 0;
  truncated = false;

  /** Takes a piece. Returns whether there is room for more. */
  add(stream: 'stdout' | 'stderr', bytes: Uint8Array): boolean {
    const room = outputLimitBytes - this.#size;
    this.truncated ||= bytes.length > room;
    this.#chunks[stream].push(bytes.subarray(0, Math.max(0, room)));
    this.#size += Math.min(bytes.length, Math.max(0, room));
    return !this.truncated;
  }

  /** What was written. Bytes that are no UTF-8 are shown as the replacement character, which no golden output holds. */
  read(stream: 'stdout' | 'stderr'): string {
    const decoder = new TextDecoder();
    const text = this.#chunks[stream].map((bytes) => decoder.decode(bytes, { stream: true })).join('');
    return (text + decoder.decode()).replaceAll('\r\n', '\n');
  }
}
