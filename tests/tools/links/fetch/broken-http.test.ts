import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createCertificate, serveCertificate } from '../loopback/certificates.ts';
import { fetchFromLoopback } from '../loopback/fetcher.ts';
import { renderPage, startServer } from '../loopback/server.ts';

const ok = 'HTTP/1.1 200 OK\r\n';
const end = 'Content-Length: 4\r\n\r\npage';

test.each([
  ['row 25: a status of two digits', 'HTTP/1.1 42 Found\r\n\r\n', '(Invalid status code)'],
  ['row 25: a status of four digits', 'HTTP/1.1 1000 Found\r\n\r\n', '(Invalid response status)'],
  ['row 25: a status below 100', `HTTP/1.1 099 Low\r\n${end}`, '`ERR_ASSERTION`'],
  ['row 79: a negative length', `${ok}Content-Length: -1\r\n\r\npage`, '(Invalid character in Content-Length)'],
  ['row 79: two lengths', `${ok}Content-Length: 5\r\n${end}`, '`UND_ERR_RES_CONTENT_LENGTH_MISMATCH`'],
  [
    'row 79: a length beyond all numbers',
    `${ok}Content-Length: ${'9'.repeat(30)}\r\n\r\n`,
    '`UND_ERR_RES_CONTENT_LENGTH_MISMATCH`',
  ],
  ['row 83: a folded header', `${ok}X-A: a\r\n b\r\n${end}`, '(Unexpected whitespace after header value)'],
  ['row 83: a bare LF', `${ok}X-A: a\n${end}`, '(Missing expected CR after header value)'],
  ['row 83: a CR in a value', `${ok}X-A: a\rb\r\n${end}`, '(Missing expected LF after header value)'],
  ['row 83: a NUL in a value', `${ok}X-A: a\0b\r\n${end}`, '(Invalid header value char)'],
  ['no HTTP at all', '<html>page</html>', '(Expected HTTP/, RTSP/ or ICE/)'],
  [
    'an upgrade nobody asked for',
    'HTTP/1.1 101 Now\r\nUpgrade: other\r\nConnection: upgrade\r\n\r\n',
    '`UND_ERR_SOCKET`',
  ],
])('%s is no HTTP', async (_name, text, found) => {
  await using server = await startServer({ '/': Buffer.from(text, 'latin1') });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'failed',
    code: 'BAD_HTTP',
    detail: `Unexpected failure ${found} at \`pages.example:${server.port}\`, expected HTTP/1.1`,
    hops: [],
  });
});

test.each([
  ['10 000 headers', Array.from({ length: 10_000 }, (_, index) => `X-${index}: a\r\n`).join('')],
  ['a header of a megabyte', `X-Long: ${'a'.repeat(1_000_000)}\r\n`],
])('row 83: %s are too large', async (_name, fields) => {
  await using server = await startServer({ '/': `${ok}${fields}${end}` });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`)).toMatchObject({
    kind: 'failed',
    code: 'HEADERS_TOO_LARGE',
    detail: `Unexpected failure \`UND_ERR_HEADERS_OVERFLOW\` at \`pages.example:${server.port}\`, expected fewer or shorter headers`,
  });
});

test('row 83: 100 short headers are taken, 101 are not', async () => {
  const fields = (count: number) => Array.from({ length: count - 1 }, () => 'X: a\r\n').join('');
  await using server = await startServer({
    '/100': `${ok}${fields(100)}${end}`,
    '/101': `${ok}${fields(101)}${end}`,
  });
  const origin = `http://pages.example:${server.port}`;
  expect(await fetchFromLoopback(`${origin}/100`)).toMatchObject({ kind: 'answered' });
  expect(await fetchFromLoopback(`${origin}/101`)).toMatchObject({
    kind: 'failed',
    code: 'HEADERS_TOO_LARGE',
    detail: `Unexpected number of header fields at \`pages.example:${server.port}\`: 101, expected at most 100`,
  });
});

test('headers that are named as parts of every object are headers', async () => {
  await using server = await startServer({ '/': `${ok}__proto__: a\r\nconstructor: b\r\n${end}` });
  const exchange = await fetchFromLoopback(`http://pages.example:${server.port}/`);
  expect(exchange.kind === 'answered' && Object.entries(exchange.answer.headers)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['content-length', '4'],
  ]);
});

test('row 99: a server that speaks HTTP/2 only, by TLS', async () => {
  const certificate = createCertificate({ name: 'pages', hosts: ['pages.example'] });
  const tls = { ...serveCertificate(certificate), ALPNProtocols: ['h2'] };
  await using server = await startServer({ '*': renderPage('page') }, { tls });
  expect(await fetchFromLoopback(`https://pages.example:${server.port}/`, { ca: certificate.pem })).toMatchObject({
    kind: 'failed',
    code: 'HTTP2',
    detail: `Unexpected failure \`ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL\` at \`pages.example:${server.port}\`, expected HTTP/1.1`,
  });
});

test('row 99: a server that sends SETTINGS and GOAWAY of HTTP/2 unasked', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await fetchFromLoopback(`http://pages.example:${port}/`)).toMatchObject({
    kind: 'failed',
    code: 'BAD_HTTP',
    detail: `Unexpected failure (Expected HTTP/, RTSP/ or ICE/) at \`pages.example:${port}\`, expected HTTP/1.1`,
  });
  await new Promise((resolve) => server.close(resolve));
});
