import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { Exchange } from '#tools/links/exchange.ts';
import { createLoopbackFetcher, fetchFromLoopback } from '../loopback/fetcher.ts';
import { renderReply, startServer, waitForEnd } from '../loopback/server.ts';

const { signal } = new AbortController();

/** A page whose server says that its connection goes on. */
function renderKept(body: string): Uint8Array {
  return renderReply(200, { Connection: 'keep-alive' }, body);
}

/** Answers and leaves the connection open. */
function answer(bytes: Uint8Array): (socket: Socket) => void {
  return (socket) => {
    socket.write(bytes);
  };
}

function readText(exchange: Exchange): string {
  if (exchange.kind !== 'answered') throw new Error(`Unexpected ${exchange.kind}, expected an answer`);
  return new TextDecoder().decode(exchange.answer.body.bytes);
}

test('pages of one origin come over one connection, and each says which address it came from', async () => {
  await using server = await startServer({ '/a': answer(renderKept('A')), '/b': answer(renderKept('B')) });
  const fetch = createLoopbackFetcher();
  const texts = [];
  for (const path of ['/a', '/b', '/a']) {
    const exchange = await fetch(`http://pages.example:${server.port}${path}`, { signal });
    expect(exchange.hops).toMatchObject([{ address: '127.0.0.1', status: 200 }]);
    texts.push(readText(exchange));
  }
  expect(texts).toEqual(['A', 'B', 'A']);
  expect(server.connections).toHaveLength(1);
});

test('requests at the same time have a connection each', async () => {
  const waiting: Socket[] = [];
  await using server = await startServer({
    '*': (socket) => {
      waiting.push(socket);
      if (waiting.length === 2) for (const each of waiting) each.write(renderKept('met'));
    },
  });
  const fetch = createLoopbackFetcher();
  const exchanges = await Promise.all(
    ['/a', '/b'].map((path) => fetch(`http://pages.example:${server.port}${path}`, { signal })),
  );
  expect(exchanges.map(readText)).toEqual(['met', 'met']);
  expect(server.connections).toHaveLength(2);
});

test('another host at the same address has a connection of its own', async () => {
  await using server = await startServer({ '/': answer(renderKept('page')) });
  const fetch = createLoopbackFetcher();
  for (const host of ['one.example', 'two.example']) {
    expect(readText(await fetch(`http://${host}:${server.port}/`, { signal }))).toBe('page');
  }
  expect(server.connections).toHaveLength(2);
});

test('a host is looked up and checked again for each connection', async () => {
  await using server = await startServer({ '/': renderReply(200, {}, 'page') });
  const addresses = ['127.0.0.1', '10.0.0.1'];
  const fetch = createLoopbackFetcher({ lookup: () => Promise.resolve([addresses.shift() ?? '']) });
  const url = `http://pages.example:${server.port}/`;
  expect(readText(await fetch(url, { signal }))).toBe('page');
  await waitForEnd(server.connections[0]);
  expect(await fetch(url, { signal })).toMatchObject({
    kind: 'refused',
    detail: 'Unexpected address `10.0.0.1` of `pages.example`, expected a public one',
  });
});

test('a kept connection that its server has ended costs no answer', async () => {
  let asked = 0;
  await using server = await startServer({
    '*': (socket) => {
      asked += 1;
      // The second request is met by the end of the connection, as when a server's patience is over.
      if (asked === 2) socket.destroy();
      else socket.write(renderKept(`answer ${asked}`));
    },
  });
  const fetch = createLoopbackFetcher();
  const url = `http://pages.example:${server.port}/`;
  expect(readText(await fetch(url, { signal }))).toBe('answer 1');
  expect(readText(await fetch(url, { signal }))).toBe('answer 3');
  expect(server.connections).toHaveLength(2);
});

test('a server that ends each kept connection gets one more request, not many', async () => {
  let asked = 0;
  await using server = await startServer({
    '*': (socket) => {
      asked += 1;
      if (asked === 1) socket.write(renderKept('answer'));
      else socket.destroy();
    },
  });
  const fetch = createLoopbackFetcher();
  const url = `http://pages.example:${server.port}/`;
  await fetch(url, { signal });
  expect(await fetch(url, { signal })).toMatchObject({ kind: 'failed', code: 'CLOSED' });
  expect(asked).toBe(3);
});

test('an answer nobody asked for is not taken for the next', async () => {
  await using server = await startServer({
    '/a': answer(Buffer.concat([renderKept('A'), renderKept('smuggled')])),
    '/b': answer(renderKept('B')),
  });
  const fetch = createLoopbackFetcher();
  const texts = [];
  for (const path of ['/a', '/b']) {
    texts.push(readText(await fetch(`http://pages.example:${server.port}${path}`, { signal })));
  }
  expect(texts).toEqual(['A', 'B']);
});

test.each([
  [
    'is cut',
    renderReply(200, { Connection: 'keep-alive', 'Content-Length': '5000' }, 'x'.repeat(3000)),
    { bodyBytes: 1000 },
  ],
  [
    'is broken in its coding',
    renderReply(200, { Connection: 'keep-alive', 'Content-Encoding': 'gzip' }, 'no gzip'),
    {},
  ],
  ['is a redirect', renderReply(302, { Connection: 'keep-alive', Location: 'http://elsewhere.example:1/' }), {}],
])('the connection ends with an answer that %s', async (_name, reply, limits) => {
  await using server = await startServer({ '/': answer(reply) });
  await fetchFromLoopback(`http://pages.example:${server.port}/`, {
    limits,
    lookup: (name) => (name === 'pages.example' ? Promise.resolve(['127.0.0.1']) : Promise.resolve([])),
  });
  await waitForEnd(server.connections[0]);
});

test('an end from outside meets a request on a kept connection too', async () => {
  await using server = await startServer({ '/a': answer(renderKept('A')) });
  const fetch = createLoopbackFetcher();
  const controller = new AbortController();
  await fetch(`http://pages.example:${server.port}/a`, { signal });
  const waiting = fetch(`http://pages.example:${server.port}/never`, { signal: controller.signal });
  controller.abort(new Error('interrupted'));
  await expect(waiting).rejects.toThrow('interrupted');
  await waitForEnd(server.connections[0]);
});

test('a kept connection keeps the deadlines of each request', async () => {
  await using server = await startServer({ '/a': answer(renderKept('A')) });
  const fetch = createLoopbackFetcher({ limits: { headersMs: 50 } });
  await fetch(`http://pages.example:${server.port}/a`, { signal });
  expect(await fetch(`http://pages.example:${server.port}/never`, { signal })).toMatchObject({
    kind: 'failed',
    code: 'HEADERS_TIMEOUT',
  });
  expect(server.connections).toHaveLength(1);
});

test('no more than 64 connections are kept', async () => {
  await using server = await startServer({ '*': answer(renderKept('page')) });
  const fetch = createLoopbackFetcher();
  for (let host = 0; host < 65; host += 1) await fetch(`http://host-${host}.example:${server.port}/`, { signal });
  await waitForEnd(server.connections[0]);
  expect(server.connections.filter(({ closed }) => !closed)).toHaveLength(64);
});
