import { expect, test } from 'vitest';
import { createCertificate, serveCertificate } from '../loopback/certificates.ts';
import { fetchFromLoopback } from '../loopback/fetcher.ts';
import { renderPage, renderRedirect, renderReply, startServer } from '../loopback/server.ts';

const certificate = createCertificate({ name: 'pages', hosts: ['pages.example'] });
const tls = serveCertificate(certificate);
const ca = certificate.pem;
const refresh = renderPage('refresh');
const readRefresh = (target: string) => (answer: { body: { bytes: Uint8Array } }) =>
  Buffer.from(answer.body.bytes).toString() === 'refresh' ? target : undefined;

test('row 5: only GET is sent', async () => {
  await using server = await startServer({ '/old': renderRedirect(301, '/new'), '/new': renderPage('page') });
  await fetchFromLoopback(`http://pages.example:${server.port}/old`);
  expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(['GET /old', 'GET /new']);
});

test.each([
  ['row 6', [301]],
  ['row 7', [302]],
  ['row 8', [301, 302]],
  ['rows 6 to 8, the other statuses', [303, 307, 308]],
])('%s: redirects %j are followed, and each is a hop', async (_row, statuses) => {
  await using server = await startServer({
    ...Object.fromEntries(
      statuses.map((status, index) => [
        index === 0 ? '/start' : `/${index}`,
        renderRedirect(status, index + 1 === statuses.length ? '/end' : `/${index + 1}`),
      ]),
    ),
    '/end': renderPage('the page'),
  });
  const origin = `http://pages.example:${server.port}`;
  const exchange = await fetchFromLoopback(`${origin}/start`);
  expect(exchange).toEqual({
    kind: 'answered',
    hops: [
      ...statuses.map((status, index) => ({
        url: `${origin}/${index === 0 ? 'start' : index}`,
        status,
        location: index + 1 === statuses.length ? '/end' : `/${index + 1}`,
        address: '127.0.0.1',
      })),
      { url: `${origin}/end`, status: 200, address: '127.0.0.1' },
    ],
    ms: expect.any(Number) as number,
    answer: {
      url: `${origin}/end`,
      status: 200,
      headers: { 'content-type': 'text/html', 'content-length': '8' },
      body: { bytes: Buffer.from('the page'), truncated: false },
    },
  });
});

test('row 12: a loop ends when it comes back', async () => {
  await using server = await startServer({ '/a': renderRedirect(302, '/b'), '/b': renderRedirect(302, '/a#part') });
  const origin = `http://pages.example:${server.port}`;
  expect(await fetchFromLoopback(`${origin}/a`)).toMatchObject({
    kind: 'failed',
    code: 'REDIRECT_LOOP',
    detail: `Unexpected redirect back to \`${origin}/a#part\`, expected a page`,
    hops: [{ url: `${origin}/a` }, { url: `${origin}/b` }],
  });
  expect(server.requests).toHaveLength(2);
});

test('row 13: ten redirects are followed, the eleventh is not', async () => {
  await using server = await startServer({
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`/${index}`, renderRedirect(302, `/${index + 1}`)]),
    ),
    '/11': renderPage('page'),
  });
  const origin = `http://pages.example:${server.port}`;
  expect(await fetchFromLoopback(`${origin}/1`)).toMatchObject({ kind: 'answered', answer: { url: `${origin}/11` } });
  expect(await fetchFromLoopback(`${origin}/0`)).toMatchObject({
    kind: 'failed',
    code: 'REDIRECT_LIMIT',
    detail: `Unexpected redirect after 10 others to \`${origin}/11\`, expected a page`,
  });
});

test.each([
  ['none', {}, 'no location'],
  ['an empty one', { Location: '' }, 'location ``'],
  ['one that cannot be parsed', { Location: 'https://:99999/' }, 'location `https://:99999/`'],
])('row 14: a redirect with %s for a location fails', async (_name, headers, found) => {
  await using server = await startServer({ '/': renderReply(302, headers) });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'failed',
    code: 'BAD_REDIRECT',
    detail: `Unexpected ${found} with status 302 at \`pages.example:${server.port}\`, expected a URL`,
    hops: [{ status: 302 }],
  });
});

test('row 14: a redirect to two places fails', async () => {
  await using server = await startServer({ '/': renderReply(302, { Location: ['/a', '/b'] }) });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'failed',
    code: 'BAD_REDIRECT',
    detail: `Unexpected number of locations at \`pages.example:${server.port}\`: 2, expected one`,
  });
});

test.each(['file:///etc/passwd', 'data:text/html,page', 'javascript:alert(1)'])(
  'row 15: a redirect to `%s` is refused',
  async (location) => {
    await using server = await startServer({ '/': renderRedirect(302, location) });
    expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
      kind: 'refused',
      code: 'SCHEME',
      detail: `Unexpected scheme \`${new URL(location).protocol}\`, expected \`https:\` or \`http:\``,
      hops: [{ status: 302, location }],
    });
  },
);

test('row 16: a redirect from https to http is refused', async () => {
  await using plain = await startServer({ '/': renderPage('page') });
  const location = `http://pages.example:${plain.port}/`;
  await using secure = await startServer({ '/': renderRedirect(301, location) }, { tls });
  expect(await fetchFromLoopback(`https://pages.example:${secure.port}/`, { ca })).toMatchObject({
    kind: 'refused',
    code: 'DOWNGRADE',
    detail: `Unexpected redirect from https to \`http://pages.example:${plain.port}\`, expected https`,
    hops: [{ status: 301, location }],
  });
  expect(plain.connections).toHaveLength(0);
});

test.each([
  ['row 17: without a fragment keeps the cited one', '/new', '#part'],
  ['row 18: with a fragment of its own changes it', '/new#other', '#other'],
  ['row 18: with an empty fragment takes it away', '/new#', ''],
])('a location %s', async (_name, location, hash) => {
  await using server = await startServer({ '/old': renderRedirect(301, location), '/new': renderPage('page') });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/old#part`);
  expect(exchange.kind === 'answered' && new URL(exchange.answer.url).hash).toBe(hash);
  expect(server.requests.map(({ target }) => target)).toEqual(['/old', '/new']);
});

test('row 20: a refresh is followed once, and counts as a hop', async () => {
  await using server = await startServer({ '/old': refresh, '/new': refresh });
  const origin = `http://pages.example:${server.port}`;
  const readTwice = (answer: { url: string }) => (answer.url.includes('/old') ? 'new' : 'newer');
  expect(await fetchFromLoopback(`${origin}/old#part`, {}, { readRefresh: readTwice })).toMatchObject({
    kind: 'answered',
    hops: [
      { url: `${origin}/old#part`, status: 200, location: 'new' },
      { url: `${origin}/new#part`, status: 200, via: 'meta-refresh' },
    ],
    answer: { url: `${origin}/new#part` },
  });
  expect(server.requests).toHaveLength(2);
});

test('row 20: redirects after a refresh are followed', async () => {
  await using server = await startServer({
    '/old': refresh,
    '/new': renderRedirect(301, '/end'),
    '/end': renderPage('page'),
  });
  const origin = `http://pages.example:${server.port}`;
  const exchange = await fetchFromLoopback(`${origin}/old`, {}, { readRefresh: readRefresh('/new') });
  expect(exchange.hops).toEqual([
    { url: `${origin}/old`, status: 200, location: '/new', address: '127.0.0.1' },
    { url: `${origin}/new`, status: 301, location: '/end', address: '127.0.0.1', via: 'meta-refresh' },
    { url: `${origin}/end`, status: 200, address: '127.0.0.1' },
  ]);
});

test.each(['', '#top', '/old', 'http://'])(
  'row 20: a refresh to `%s` leads nowhere, and the page stands',
  async (target) => {
    await using server = await startServer({ '/old': refresh });
    const exchange = await fetchFromLoopback(
      `http://pages.example:${server.port}/old`,
      {},
      { readRefresh: readRefresh(target) },
    );
    expect(exchange).toMatchObject({ kind: 'answered', hops: [{ status: 200 }] });
    expect(server.requests).toHaveLength(1);
  },
);

test('row 20: a refresh to a private host is refused', async () => {
  await using server = await startServer({ '/old': refresh });
  const url = `http://pages.example:${server.port}/old`;
  expect(await fetchFromLoopback(url, {}, { readRefresh: readRefresh('http://localhost/') })).toMatchObject({
    kind: 'refused',
    code: 'HOST_NAME',
    detail: 'Unexpected host `localhost`, expected a public host name',
  });
});

test('row 20: a refresh on a page of errors is not read', async () => {
  await using server = await startServer({ '/old': renderReply(404, {}, 'refresh') });
  const url = `http://pages.example:${server.port}/old`;
  expect(await fetchFromLoopback(url, {}, { readRefresh: readRefresh('/new') })).toMatchObject({
    kind: 'answered',
    answer: { status: 404 },
  });
});

test('row 21: a redirect that differs by case or by a slash is no loop', async () => {
  await using server = await startServer({
    '/Page': renderRedirect(308, '/page'),
    '/page': renderRedirect(308, '/page/'),
    '/page/': renderPage('page'),
  });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/Page`);
  expect(exchange).toMatchObject({ kind: 'answered', hops: [{ status: 308 }, { status: 308 }, { status: 200 }] });
});

test('row 22: a redirect from http to https is followed', async () => {
  await using secure = await startServer({ '/': renderPage('page') }, { tls });
  const location = `https://pages.example:${secure.port}/`;
  await using plain = await startServer({ '/': renderRedirect(301, location) });
  const exchange = await fetchFromLoopback(`http://pages.example:${plain.port}/`, { ca });
  expect(exchange).toMatchObject({
    kind: 'answered',
    hops: [
      { status: 301, location },
      { url: location, status: 200 },
    ],
  });
});

test('a location beyond ASCII is read as UTF-8, and percent signs stay as they are', async () => {
  const location = '/späť?CLASSNAME=%25SYSTEM.Event&%DeepSee';
  await using server = await startServer({
    '/': Buffer.from(`HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`),
    '*': renderPage('page'),
  });
  await fetchFromLoopback(`http://pages.example:${server.port}/`);
  expect(server.requests[1]?.target).toBe('/sp%C3%A4%C5%A5?CLASSNAME=%25SYSTEM.Event&%DeepSee');
});

test.each([
  ['http://169.254.169.254/latest/', 'ADDRESS', 'Unexpected address `169.254.169.254`, expected a public one'],
  ['http://localhost:PORT/secret', 'HOST_NAME', 'Unexpected host `localhost`, expected a public host name'],
  ['http://0x7f.2:PORT/secret', 'ADDRESS', 'Unexpected address `127.0.0.2`, expected a public one'],
])('row 91: a redirect to `%s` is refused at that hop', async (target, code, detail) => {
  await using trap = await startServer({ '*': renderPage('secret') });
  const location = target.replace('PORT', String(trap.port));
  await using server = await startServer({ '/': renderRedirect(302, location) });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'refused',
    code,
    detail,
    hops: [{ status: 302, location }],
  });
  expect(trap.connections).toHaveLength(0);
});

test('row 91: a redirect to a host with a private address is refused at that hop', async () => {
  await using server = await startServer({ '/': renderRedirect(302, 'http://inside.example/') });
  const lookup = (host: string) => Promise.resolve([host === 'inside.example' ? '10.0.0.1' : '127.0.0.1']);
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`, { lookup })).toMatchObject({
    kind: 'refused',
    code: 'ADDRESS',
    detail: 'Unexpected address `10.0.0.1` of `inside.example`, expected a public one',
    hops: [{ status: 302, location: 'http://inside.example/' }],
  });
});
