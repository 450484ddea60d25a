import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createLoopbackFetcher, fetchFromLoopback } from '../loopback/fetcher.ts';
import { renderPage, renderRedirect, renderReply, startServer } from '../loopback/server.ts';

/** One limit is short in each test, so that a busy machine does not meet another first. */
const shortConnect = { connectMs: 150 };
const shortHeaders = { headersMs: 150 };
const shortHop = { hopMs: 400 };

/** Sends text byte by byte, and goes on with dots for ever. */
function drip(socket: Socket, text: string): void {
  let index = 0;
  const timer = setInterval(() => {
    socket.write(text[index] ?? '.');
    index += 1;
  }, 10);
  socket.once('close', () => {
    clearInterval(timer);
  });
}

function failDns(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code }));
}

test.each(['ENOTFOUND', 'ENODATA'])('row 72: a name that DNS does not know (`%s`)', async (code) => {
  expect(await fetchFromLoopback('https://pages.example/', { lookup: failDns(code) })).toMatchObject({
    kind: 'failed',
    code: 'DNS_NXDOMAIN',
    detail: 'Unexpected host `pages.example`, expected a name that DNS knows',
    hops: [],
  });
});

test('row 72: a name without an address', async () => {
  const exchange = await fetchFromLoopback('https://pages.example/', { lookup: () => Promise.resolve([]) });
  expect(exchange).toMatchObject({ kind: 'failed', code: 'DNS_NXDOMAIN' });
});

test.each(['EAI_AGAIN', 'ESERVFAIL', 'ETIMEOUT'])('row 73: DNS that fails for now (`%s`)', async (code) => {
  expect(await fetchFromLoopback('https://pages.example/', { lookup: failDns(code) })).toMatchObject({
    kind: 'failed',
    code: 'DNS_TEMPORARY',
    detail: `Unexpected failure \`${code}\` of DNS for \`pages.example\`, expected an address`,
  });
});

test('row 73: DNS that is silent', async () => {
  const lookup = () => new Promise<never>(() => undefined);
  expect(await fetchFromLoopback('https://pages.example/', { lookup, limits: shortConnect })).toMatchObject({
    kind: 'failed',
    code: 'DNS_TEMPORARY',
    detail: 'Unexpected silence of DNS for `pages.example`, expected an address within 150 ms',
  });
});

test('row 74: a connection that is refused', async () => {
  const server = await startServer({});
  await server[Symbol.asyncDispose]();
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'failed',
    code: 'CONNECT_REFUSED',
    detail: `Unexpected failure \`ECONNREFUSED\` at \`pages.example:${server.port}\`, expected a connection`,
    hops: [],
  });
});

test('row 74: a connection that every address refuses', async () => {
  const server = await startServer({});
  await server[Symbol.asyncDispose]();
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`, {
    lookup: () => Promise.resolve(['127.0.0.1', '::1']),
    allowAddress: (address) => address === '::1' || address === '127.0.0.1',
  });
  expect(exchange).toMatchObject({ kind: 'failed', code: 'CONNECT_REFUSED' });
});

test('row 74: a connection that is reset', async () => {
  await using server = await startServer({ '/': (socket) => socket.resetAndDestroy() });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'failed',
    code: 'RESET',
    detail: `Unexpected failure \`ECONNRESET\` at \`pages.example:${server.port}\`, expected an answer`,
  });
});

test.each([
  ['at once', ''],
  ['in the middle of the headers', 'HTTP/1.1 200 OK\r\nContent-Ty'],
])('row 74: a connection that is closed %s', async (_name, text) => {
  await using server = await startServer({ '/': text });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'failed',
    code: 'CLOSED',
    detail: `Unexpected end of the connection at \`pages.example:${server.port}\`, expected an answer`,
  });
});

test.each([
  ['closed', (socket: Socket) => socket.end()],
  ['reset', (socket: Socket) => socket.resetAndDestroy()],
])('row 74: a connection that is %s in the middle of the body keeps what came', async (_name, leave) => {
  await using server = await startServer({
    '/': (socket) => {
      socket.write(renderReply(200, { 'Content-Length': '100' }, 'the first half'));
      setTimeout(() => leave(socket), 20);
    },
  });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'answered',
    answer: { status: 200, body: { bytes: Buffer.from('the first half'), truncated: true, fault: 'closed' } },
  });
});

test('row 74: what came of a compressed body is decoded', async () => {
  const text = Array.from({ length: 5000 }, (_, index) => `line ${index * index}\n`).join('');
  const coded = gzipSync(text);
  const headers = { 'Content-Encoding': 'gzip', 'Content-Length': String(coded.length) };
  await using server = await startServer({ '/': renderReply(200, headers, coded.subarray(0, coded.length / 2)) });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`);
  expect(exchange).toMatchObject({ kind: 'answered', answer: { body: { truncated: true, fault: 'closed' } } });
  const came = exchange.kind === 'answered' ? Buffer.from(exchange.answer.body.bytes).toString() : '';
  expect(came.length).toBeGreaterThan(text.length / 3);
  expect(text.startsWith(came)).toBe(true);
});

test('row 75: a server that accepts and says nothing', async () => {
  await using server = await startServer({});
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`, { limits: shortHeaders })).toMatchObject({
    kind: 'failed',
    code: 'HEADERS_TIMEOUT',
    detail: `Unexpected silence of \`pages.example:${server.port}\`, expected headers within 150 ms`,
  });
});

test('row 75: a server that accepts and says nothing of TLS', async () => {
  await using server = await startServer({});
  expect(await fetchFromLoopback(`https://pages.example:${server.port}/`, { limits: shortConnect })).toMatchObject({
    kind: 'failed',
    code: 'CONNECT_TIMEOUT',
    detail: `Unexpected silence of \`pages.example:${server.port}\`, expected a connection within 150 ms`,
  });
});

test('row 76: headers that come byte by byte', async () => {
  await using server = await startServer({
    '/': (socket) => {
      drip(socket, 'HTTP/1.1 200 OK\r\nX-Slow: ');
    },
  });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`, { limits: shortHeaders })).toMatchObject({
    kind: 'failed',
    code: 'HEADERS_TIMEOUT',
    detail: `Unexpected silence of \`pages.example:${server.port}\`, expected headers within 150 ms`,
  });
});

test('row 77: a body that comes byte by byte is cut, and kept so far', async () => {
  await using server = await startServer({
    '/': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\nthe beginning');
      drip(socket, '');
    },
  });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`, { limits: shortHop });
  expect(exchange).toMatchObject({ kind: 'answered', answer: { body: { truncated: true, fault: 'deadline' } } });
  expect(exchange.kind === 'answered' && Buffer.from(exchange.answer.body.bytes).toString()).toMatch(
    /^the beginning\.+$/,
  );
});

test('a hop has a limit of its own', async () => {
  await using server = await startServer({});
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`, { limits: shortHop })).toMatchObject({
    kind: 'failed',
    code: 'HOP_TIMEOUT',
    detail: `Unexpected wait for \`pages.example:${server.port}\`, expected an answer within 400 ms`,
  });
});

test('redirects share one limit', async () => {
  let count = 0;
  await using server = await startServer({
    '*': (socket) => {
      count += 1;
      setTimeout(() => socket.end(renderRedirect(302, `/${count}`)), 50);
    },
  });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`, {
    limits: { citationMs: 180, redirects: 100 },
  });
  expect(exchange).toMatchObject({
    kind: 'failed',
    code: 'CITATION_TIMEOUT',
    detail: `Unexpected wait for \`pages.example:${server.port}\`, expected the end of its redirects within 180 ms`,
  });
  expect(exchange.hops.length).toBeLessThan(4);
});

test('a chain that the caller ended before it began asks nothing, not even DNS', async () => {
  const asked: string[] = [];
  const lookup = (host: string) => {
    asked.push(host);
    return new Promise<never>(() => undefined);
  };
  const exchange = createLoopbackFetcher({ lookup })('https://pages.example/', {
    signal: AbortSignal.abort(new Error('the run is over')),
  });
  await expect(exchange).rejects.toThrow('the run is over');
  expect(asked).toEqual([]);
});

test('a chain that the caller ends as soon as it began rejects with the reason', async () => {
  const controller = new AbortController();
  const lookup = () => new Promise<never>(() => undefined);
  const exchange = createLoopbackFetcher({ lookup })('https://pages.example/', { signal: controller.signal });
  controller.abort(new Error('the run is over'));
  await expect(exchange).rejects.toThrow('the run is over');
});

test.each([undefined, 'over', new Error('over'), Object.assign(new Error('over'), { code: 'ECONNRESET' })])(
  'a chain ends with any reason a caller has: %s',
  async (reason) => {
    await using server = await startServer({});
    const { port } = server;
    for (const url of [`http://pages.example:${port}/`, `https://pages.example:${port}/`]) {
      const controller = new AbortController();
      const exchange = createLoopbackFetcher()(url, { signal: controller.signal });
      setTimeout(() => {
        controller.abort(reason);
      }, 20);
      const ended = await exchange.catch((error: unknown) => error);
      expect(ended).toBe(controller.signal.reason);
    }
  },
);

test('a chain that the caller ends in the body rejects with the reason', async () => {
  const controller = new AbortController();
  await using server = await startServer({
    '/': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\nthe beginning');
      setTimeout(() => {
        controller.abort(new Error('the run is over'));
      }, 50);
    },
  });
  const exchange = createLoopbackFetcher()(`http://pages.example:${server.port}/`, { signal: controller.signal });
  await expect(exchange).rejects.toThrow('the run is over');
});

test('row 94: a host whose first address does not answer is asked at the next', async () => {
  await using server = await startServer({ '/': renderPage('page') });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`, {
    lookup: () => Promise.resolve(['::1', '127.0.0.1']),
    allowAddress: (address) => address === '::1' || address === '127.0.0.1',
  });
  expect(exchange).toMatchObject({ kind: 'answered', hops: [{ status: 200, address: '127.0.0.1' }] });
});
