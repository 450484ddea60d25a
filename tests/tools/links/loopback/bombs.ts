import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createDeflate, createGzip, createZstdCompress } from 'node:zlib';

const block = Buffer.alloc(1024 * 1024);

/** Compresses megabytes of zeros without ever holding them. */
export async function compressZeros(coder: Transform, megabytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  coder.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (let index = 0; index < megabytes; index += 1) {
    if (!coder.write(block)) await new Promise((resolve) => coder.once('drain', resolve));
  }
  await new Promise((resolve) => {
    coder.once('end', resolve);
    coder.end();
  });
  return Buffer.concat(chunks);
}

/** Coders that compress quickly, by the name of the coding. */
export const coders = {
  gzip: () => createGzip({ level: 1 }),
  deflate: () => createDeflate({ level: 1 }),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  zstd: () => createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
} satisfies Readonly<Record<string, () => Transform>>;
