import { afterEach, expect, test, vi } from 'vitest';
import { createCertificate, serveCertificate } from '../loopback/certificates.ts';
import { createLoopbackFetcher, fetchFromLoopback } from '../loopback/fetcher.ts';
import { renderPage, renderRedirect, renderReply, startServer } from '../loopback/server.ts';

const certificate = createCertificate({ name: 'api', hosts: ['api.github.com', 'pages.example', 'raw.github.com'] });
const tls = serveCertificate(certificate);
const withToken = { ca: certificate.pem, githubToken: 'secret' };

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a request says who asks, and nothing else', async () => {
  await using server = await startServer({ '/': renderPage('page') });
  await fetchFromLoopback(`http://pages.example:${server.port}/`, {}, { language: 'pt-BR' });
  expect(server.requests).toEqual([
    {
      method: 'GET',
      target: '/',
      headers: {
        host: `pages.example:${server.port}`,
        connection: 'keep-alive',
        'user-agent': 'iris-async-links/0 (+https://repository.example)',
        accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8',
        'accept-language': 'pt-BR',
        'accept-encoding': 'gzip, br, zstd, deflate',
      },
    },
  ]);
});

test('row 95: proxies of the environment are not used', async () => {
  await using proxy = await startServer({ '*': renderPage('of the proxy') });
  await using server = await startServer({ '/': renderPage('of the host') });
  for (const name of ['http_proxy', 'https_proxy', 'all_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']) {
    vi.stubEnv(name, `http://127.0.0.1:${proxy.port}`);
  }
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`);
  expect(exchange).toMatchObject({ answer: { body: { bytes: Buffer.from('of the host') } } });
  expect(proxy.connections).toHaveLength(0);
});

test('row 96: the token goes to the API of GitHub, and not with a redirect, even back to it', async () => {
  await using server = await startServer(
    {
      '/direct': renderPage('page'),
      '/away': (socket) => socket.end(renderRedirect(302, `https://pages.example:${server.port}/back`)),
      '/back': (socket) => socket.end(renderRedirect(302, `https://api.github.com:${server.port}/end`)),
      '/end': renderPage('page'),
    },
    { tls },
  );
  const signal = new AbortController().signal;
  const fetchExchange = createLoopbackFetcher(withToken);
  for (const path of ['direct', 'away']) {
    expect((await fetchExchange(`https://api.github.com:${server.port}/${path}`, { signal })).kind).toBe('answered');
  }
  expect(server.requests.map(({ target, headers }) => [target, headers.authorization])).toEqual([
    ['/direct', 'Bearer secret'],
    ['/away', 'Bearer secret'],
    ['/back', undefined],
    ['/end', undefined],
  ]);
});

test('row 96: the token goes to no other host, and not over http', async () => {
  await using secure = await startServer({ '*': renderPage('page') }, { tls });
  await using plain = await startServer({ '*': renderPage('page') });
  await fetchFromLoopback(`https://raw.github.com:${secure.port}/`, withToken);
  await fetchFromLoopback(`https://pages.example:${secure.port}/api.github.com`, withToken);
  await fetchFromLoopback(`http://api.github.com:${plain.port}/`, withToken);
  const requests = [...secure.requests, ...plain.requests];
  expect(requests).toHaveLength(3);
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined, undefined]);
});

test('row 98: a cookie that a server waits for comes back within the chain, and no later', async () => {
  await using server = await startServer({
    '/': (socket, { headers }) =>
      socket.end(
        headers.cookie === 'seen=1'
          ? renderReply(200, { 'Set-Cookie': 'more=2' }, 'page')
          : renderReply(302, { Location: '/', 'Set-Cookie': 'seen=1; Path=/; HttpOnly' }),
      ),
  });
  const url = `http://pages.example:${server.port}/`;
  const signal = new AbortController().signal;
  const fetchExchange = createLoopbackFetcher();
  for (const exchange of [await fetchExchange(url, { signal }), await fetchExchange(url, { signal })]) {
    expect(exchange).toMatchObject({ kind: 'answered', hops: [{ status: 302 }, { status: 200 }] });
    expect(exchange.kind === 'answered' && Object.keys(exchange.answer.headers)).toEqual(['content-length']);
  }
  expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, 'seen=1', undefined, 'seen=1']);
});

test('row 98: a server that goes on although its cookie came back is a loop', async () => {
  await using server = await startServer({ '/': renderReply(302, { Location: '/', 'Set-Cookie': 'seen=1' }) });
  const url = `http://pages.example:${server.port}/`;
  expect(await fetchFromLoopback(url)).toMatchObject({
    kind: 'failed',
    code: 'REDIRECT_LOOP',
    detail: `Unexpected redirect back to \`${url}\`, expected a page`,
  });
  expect(server.requests).toHaveLength(2);
});
