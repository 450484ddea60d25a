import {
  brotliCompressSync,
  constants,
  createZstdCompress,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { expect, test } from 'vitest';
import { decode } from '#tools/links/fetch/coding.ts';
import { defaultLimits } from '#tools/links/fetch/limits.ts';
import { coders, compressZeros } from '../loopback/bombs.ts';
import { fetchFromLoopback } from '../loopback/fetcher.ts';
import { measureGrowth } from '../loopback/memory.ts';
import { renderReply, startServer } from '../loopback/server.ts';

const page = Buffer.from('the page, '.repeat(200));
const megabyte = 1024 * 1024;

test.each([
  ['gzip', gzipSync(page)],
  ['x-gzip', gzipSync(page)],
  ['GZIP', gzipSync(page)],
  ['deflate', deflateSync(page)],
  ['deflate', deflateRawSync(page)],
  ['br', brotliCompressSync(page)],
  ['zstd', zstdCompressSync(page)],
  ['identity', page],
  [' , identity', page],
  ['gzip, br', brotliCompressSync(gzipSync(page))],
  ['gzip, identity, gzip', gzipSync(gzipSync(page))],
])('coding `%s` is undone', async (coding, coded) => {
  expect(await decode(coded, coding, defaultLimits)).toEqual({ bytes: page });
});

test('codings in two fields are undone in turn', async () => {
  const coded = brotliCompressSync(gzipSync(page));
  await using server = await startServer({ '/': renderReply(200, { 'Content-Encoding': ['gzip', 'br'] }, coded) });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    answer: { body: { bytes: page, truncated: false, fault: undefined } },
  });
});

test.each(Object.entries(coders))(
  'row 80: a bomb of `%s` is cut, and memory stays flat',
  async (coding, createCoder) => {
    const bomb = await compressZeros(createCoder(), 256);
    expect(bomb.length).toBeLessThan(2 * megabyte);
    await using server = await startServer({ '/': renderReply(200, { 'Content-Encoding': coding }, bomb) });
    const growth = await measureGrowth(async () => {
      const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`);
      expect(exchange).toMatchObject({ answer: { body: { truncated: true } } });
      const body = exchange.kind === 'answered' ? exchange.answer.body : undefined;
      expect(['size', 'ratio']).toContain(body?.fault);
      expect(body?.bytes.length).toBe(Math.min(2 * megabyte, Math.max(bomb.length * 100, 64 * 1024)));
    });
    expect(growth).toBeLessThan(64 * megabyte);
  },
);

test('row 80: 20 KB that hold 20 MB are cut at 100 times their size', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  expect(bomb.length).toBeLessThan(20_000);
  expect(await decode(bomb, 'gzip', defaultLimits)).toEqual({ bytes: Buffer.alloc(bomb.length * 100), fault: 'ratio' });
});

test('row 80: the size is the limit before the ratio is', async () => {
  const text = Buffer.alloc(300_000, 'abc');
  const coded = Buffer.concat([gzipSync(text), gzipSync(Buffer.from(crypto.getRandomValues(new Uint8Array(10_000))))]);
  expect(await decode(coded, 'gzip', { ...defaultLimits, bodyBytes: 100_000 })).toEqual({
    bytes: text.subarray(0, 100_000),
    fault: 'size',
  });
});

test('row 80: a small page may repeat itself', async () => {
  const text = Buffer.alloc(50_000, 'a');
  expect(gzipSync(text).length * 100).toBeLessThan(text.length);
  expect(await decode(gzipSync(text), 'gzip', defaultLimits)).toEqual({ bytes: text });
});

test('row 80: a bomb within another coding is cut as well', async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(20 * megabyte)));
  const { bytes, fault } = await decode(bomb, 'gzip, gzip', defaultLimits);
  expect(fault).toBe('ratio');
  expect(bytes.length).toBe(64 * 1024);
});

test('row 80: what cut an inner coding is said, and not how it broke the outer one', async () => {
  const noise = crypto.getRandomValues(new Uint8Array(60_000));
  const { bytes, fault } = await decode(gzipSync(gzipSync(noise)), 'gzip, gzip', {
    ...defaultLimits,
    bodyBytes: 40_000,
  });
  expect(fault).toBe('size');
  expect(Buffer.from(noise).subarray(0, bytes.length).equals(bytes)).toBe(true);
});

test('row 80: five codings are not undone', async () => {
  const coded = Array.from({ length: 5 }).reduce<Buffer>((bytes) => gzipSync(bytes), page);
  expect(await decode(coded, 'gzip, gzip, gzip, gzip, gzip', defaultLimits)).toEqual({
    bytes: new Uint8Array(),
    fault: 'coding-depth',
  });
});

test('row 80: zstd may not ask for a window of 128 MiB', async () => {
  const coder = createZstdCompress({ params: { [constants.ZSTD_c_windowLog]: 27 } });
  const coded = await compressZeros(coder, 1);
  expect(await decode(coded, 'zstd', defaultLimits)).toEqual({ bytes: Buffer.alloc(0), fault: 'coding-broken' });
});

test.each([
  ['gzip on plain bytes', 'gzip', page, { bytes: Buffer.alloc(0), fault: 'coding-broken' }],
  ['an unknown coding', 'sdch', page, { bytes: new Uint8Array(), fault: 'coding-unknown' }],
  [
    'a coding named as a part of every object',
    'constructor',
    page,
    { bytes: new Uint8Array(), fault: 'coding-unknown' },
  ],
  [
    'a known and an unknown coding',
    'gzip, aes128gcm',
    gzipSync(page),
    { bytes: new Uint8Array(), fault: 'coding-unknown' },
  ],
])('row 81: %s cannot be undone', async (_name, coding, coded, expected) => {
  expect(await decode(coded, coding, defaultLimits)).toEqual(expected);
});

test('row 81: gzip that ends early is broken, and what came before is kept', async () => {
  const text = Array.from({ length: 5000 }, (_, index) => `line ${index * index}\n`).join('');
  const coded = gzipSync(text);
  const { bytes, fault } = await decode(coded.subarray(0, coded.length / 2), 'gzip', defaultLimits);
  expect(fault).toBe('coding-broken');
  expect(bytes.length).toBeGreaterThan(text.length / 3);
  expect(text.startsWith(Buffer.from(bytes).toString())).toBe(true);
});

test('row 81: a coding that is broken is said of the body', async () => {
  await using server = await startServer({ '/': renderReply(200, { 'Content-Encoding': 'gzip' }, page) });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'answered',
    answer: { headers: { 'content-encoding': 'gzip' }, body: { truncated: false, fault: 'coding-broken' } },
  });
});
