import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { fetchFromLoopback } from '../loopback/fetcher.ts';
import { measureGrowth } from '../loopback/memory.ts';
import { renderPage, renderReply, startServer, waitForEnd } from '../loopback/server.ts';

const limits = { bodyBytes: 64 * 1024 };
const block = 'x'.repeat(16 * 1024);

/** Writes one text over and over, as fast as it is read. */
function pour(socket: Socket, text: string): void {
  const write = () => {
    while (socket.writable && socket.write(text));
  };
  socket.on('drain', write);
  write();
}

test('row 37: a body is cut at the limit, and one of just that size is whole', async () => {
  const whole = 'x'.repeat(limits.bodyBytes);
  await using server = await startServer({ '/whole': renderPage(whole), '/longer': renderPage(`${whole}y`) });
  const origin = `http://pages.example:${server.port}`;
  expect(await fetchFromLoopback(`${origin}/whole`, { limits })).toMatchObject({
    answer: { body: { bytes: Buffer.from(whole), truncated: false, fault: undefined } },
  });
  expect(await fetchFromLoopback(`${origin}/longer`, { limits })).toMatchObject({
    answer: { body: { bytes: Buffer.from(whole), truncated: true, fault: 'size' } },
  });
});

test('row 37: the limit is 2 MiB unless another is given', async () => {
  await using server = await startServer({ '/': renderPage('x'.repeat(3 * 1024 * 1024)) });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`);
  expect(exchange.kind === 'answered' && exchange.answer.body.bytes.length).toBe(2 * 1024 * 1024);
});

test.each([
  ['in chunks', 'Transfer-Encoding: chunked', `4000\r\n${block}\r\n`],
  ['of 10 GB', 'Content-Length: 10737418240', block],
  ['without a length', 'X: y', block],
])('rows 78 and 79: a body %s without end is cut, and the connection with it', async (_name, field, text) => {
  await using server = await startServer({
    '/': (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${field}\r\n\r\n`);
      pour(socket, text);
    },
  });
  const growth = await measureGrowth(async () => {
    expect(await fetchFromLoopback(`http://pages.example:${server.port}/`, { limits })).toMatchObject({
      kind: 'answered',
      answer: { body: { bytes: Buffer.alloc(limits.bodyBytes, 'x'), truncated: true, fault: 'size' } },
    });
  });
  expect(growth).toBeLessThan(64 * 1024 * 1024);
  const [connection] = server.connections;
  await waitForEnd(connection);
  expect(connection?.bytesWritten).toBeLessThan(16 * 1024 * 1024);
});

test('row 79: a length that promises more than comes', async () => {
  await using server = await startServer({ '/': renderReply(200, { 'Content-Length': '100' }, 'page') });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    answer: { body: { bytes: Buffer.from('page'), truncated: true, fault: 'closed' } },
  });
});

test('row 79: what comes beyond a length is left', async () => {
  await using server = await startServer({ '/': renderReply(200, { 'Content-Length': '4' }, 'page and more') });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    answer: { body: { bytes: Buffer.from('page'), truncated: false } },
  });
});

test('a body whose chunks break off keeps what came', async () => {
  const body = '4\r\npage\r\nzz\r\n';
  await using server = await startServer({ '/': renderReply(200, { 'Transfer-Encoding': 'chunked' }, body) });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    answer: { body: { bytes: Buffer.from('page'), truncated: true, fault: 'closed' } },
  });
});

test('the body of a redirect is not waited for, and its connection ends', { timeout: 5000 }, async () => {
  await using server = await startServer({
    '/': (socket) => socket.write('HTTP/1.1 302 Found\r\nLocation: /page\r\n\r\nthe beginning'),
    '/page': renderPage('page'),
  });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`);
  expect(exchange).toMatchObject({ kind: 'answered', hops: [{ status: 302 }, { status: 200 }] });
  await waitForEnd(server.connections[0]);
});

test('a body may take longer than the headers may', async () => {
  await using server = await startServer({
    '/': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\nthe ');
      setTimeout(() => socket.end('page'), 700);
    },
  });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`, { limits: { headersMs: 500 } });
  expect(exchange).toMatchObject({ answer: { body: { bytes: Buffer.from('the page'), truncated: false } } });
});
