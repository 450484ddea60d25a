import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fetchFromLoopback } from '../loopback/fetcher.ts';
import { renderReply, startServer } from '../loopback/server.ts';

test.each([
  ['row 19', 300],
  ['row 19', 304],
  ['row 23', 204],
  ['row 23', 205],
  ['row 24', 206],
  ['row 25', 799],
  ['row 25', 999],
  ['a status of its own', 404],
  ['a status of its own', 410],
  ['a status of its own', 418],
  ['a status of its own', 503],
])('%s: status %i is an answer, and its location is not followed', async (_row, status) => {
  await using server = await startServer({ '/': renderReply(status, { Location: '/other' }) });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'answered',
    hops: [{ status }],
    answer: { status, body: { bytes: new Uint8Array(), truncated: false } },
  });
  expect(server.requests).toHaveLength(1);
});

test('row 19: validators are sent to the host that gave them, and 304 is an answer', async () => {
  await using other = await startServer({ '/': renderReply(200, {}, 'page') });
  await using server = await startServer({
    '/same': renderReply(304),
    '/away': renderReply(302, { Location: `http://other.example:${other.port}/` }),
  });
  const conditional = { etag: '"1"', lastModified: 'Tue, 01 Sep 2026 00:00:00 GMT' };
  const origin = `http://pages.example:${server.port}`;
  expect(await fetchFromLoopback(`${origin}/same`, {}, { conditional })).toMatchObject({ answer: { status: 304 } });
  await fetchFromLoopback(`${origin}/away`, {}, { conditional });
  const sent = [...server.requests, ...other.requests].map(({ headers }) => [
    headers['if-none-match'],
    headers['if-modified-since'],
  ]);
  expect(sent).toEqual([
    ['"1"', 'Tue, 01 Sep 2026 00:00:00 GMT'],
    ['"1"', 'Tue, 01 Sep 2026 00:00:00 GMT'],
    [undefined, undefined],
  ]);
});

test('row 23: an empty body is a body', async () => {
  await using server = await startServer({ '/': renderReply(200, { 'Content-Encoding': 'gzip' }) });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    answer: { status: 200, body: { bytes: new Uint8Array(), truncated: false, fault: undefined } },
  });
});

test('row 26: 103 before 200 is passed over', async () => {
  const hints = 'HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n';
  await using server = await startServer({ '/': Buffer.concat([Buffer.from(hints), renderReply(200, {}, 'page')]) });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`);
  expect(exchange).toMatchObject({
    kind: 'answered',
    hops: [{ status: 200 }],
    answer: { body: { bytes: Buffer.from('page') } },
  });
});

test.each(['application/xhtml+xml', 'TEXT/HTML; Charset=UTF-8'])(
  'row 41: content type `%s` comes as it is',
  async (type) => {
    await using server = await startServer({ '/': renderReply(200, { 'Content-Type': type }, 'page') });
    const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`);
    expect(exchange).toMatchObject({
      answer: { headers: { 'content-type': type }, body: { bytes: Buffer.from('page') } },
    });
  },
);

test('row 42: an answer without a content type is an answer', async () => {
  await using server = await startServer({ '/': renderReply(200, {}, 'page') });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`);
  expect(exchange.kind === 'answered' && exchange.answer).toEqual({
    url: `http://pages.example:${server.port}/`,
    status: 200,
    headers: { 'content-length': '4' },
    body: { bytes: Buffer.from('page'), truncated: false },
  });
});

test('row 82: the body of a 404 is decoded', async () => {
  await using server = await startServer({
    '/': renderReply(404, { 'Content-Encoding': 'gzip' }, gzipSync('<title>Not here</title>')),
  });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    answer: { status: 404, body: { bytes: Buffer.from('<title>Not here</title>'), truncated: false } },
  });
});

test('406 is asked once more for anything, and is one hop', async () => {
  await using server = await startServer({
    '/': (socket, { headers }) =>
      socket.end(headers.accept === '*/*' ? renderReply(200, {}, 'page') : renderReply(406, {}, 'no')),
    '/never': renderReply(406, {}, 'never'),
  });
  const origin = `http://pages.example:${server.port}`;
  expect(await fetchFromLoopback(`${origin}/`)).toMatchObject({
    kind: 'answered',
    hops: [{ status: 200 }],
    answer: { body: { bytes: Buffer.from('page') } },
  });
  expect(await fetchFromLoopback(`${origin}/never`)).toMatchObject({
    kind: 'answered',
    hops: [{ status: 406 }],
    answer: { body: { bytes: Buffer.from('never') } },
  });
  expect(await fetchFromLoopback(`${origin}/never`, {}, { accept: '*/*' })).toMatchObject({ answer: { status: 406 } });
  expect(server.requests.map(({ target, headers }) => `${target} ${headers.accept ?? ''}`)).toEqual([
    '/ text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8',
    '/ */*',
    '/never text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8',
    '/never */*',
    '/never */*',
  ]);
});
