import { afterEach, expect, test, vi } from 'vitest';
import { createCertificate, serveCertificate, type Certificate } from '../loopback/certificates.ts';
import { fetchFromLoopback } from '../loopback/fetcher.ts';
import { renderPage, startServer } from '../loopback/server.ts';

const hosts = ['pages.example'];
const dayMs = 24 * 3600 * 1000;
const root = createCertificate({ name: 'known root', isAuthority: true });
const intermediate = createCertificate({ name: 'intermediate', issuer: root, isAuthority: true });
const good = createCertificate({ name: 'good', issuer: intermediate, hosts });
const other = createCertificate({ name: 'unknown root', isAuthority: true });
const otherLeaf = createCertificate({ name: 'of the unknown', issuer: other, hosts });
const otherIntermediate = createCertificate({ name: 'unknown intermediate', issuer: other, isAuthority: true });

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a certificate with its chain is good', async () => {
  await using server = await startServer({ '/': renderPage('page') }, { tls: serveCertificate(good, intermediate) });
  const exchange = await fetchFromLoopback(`https://pages.example:${server.port}/`, { ca: root.pem });
  expect(exchange).toMatchObject({ kind: 'answered', hops: [{ status: 200, address: '127.0.0.1' }] });
});

const bad: readonly [string, Certificate, readonly Certificate[], string, string, string][] = [
  [
    'row 85: expired',
    createCertificate({
      name: 'old',
      issuer: root,
      hosts,
      from: new Date(Date.now() - 2 * dayMs),
      until: new Date(Date.now() - dayMs),
    }),
    [],
    'TLS_EXPIRED',
    'CERT_HAS_EXPIRED',
    'a certificate that is valid today',
  ],
  [
    'row 85: not valid yet',
    createCertificate({
      name: 'early',
      issuer: root,
      hosts,
      from: new Date(Date.now() + dayMs),
      until: new Date(Date.now() + 2 * dayMs),
    }),
    [],
    'TLS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'a certificate that is valid today',
  ],
  [
    'row 85: signed by itself',
    createCertificate({ name: 'self', hosts }),
    [],
    'TLS_SELF_SIGNED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'a certificate that somebody else signed',
  ],
  [
    'row 85: for another host',
    createCertificate({ name: 'elsewhere', issuer: root, hosts: ['other.example'] }),
    [],
    'TLS_WRONG_HOST',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'a certificate for this host',
  ],
  [
    'row 85: of an unknown authority that is shown',
    otherLeaf,
    [other],
    'TLS_UNKNOWN_CA',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'a certificate of a known authority',
  ],
  [
    'row 85: of an unknown authority above the chain',
    createCertificate({ name: 'below', issuer: otherIntermediate, hosts }),
    [otherIntermediate],
    'TLS_UNKNOWN_CA',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'a certificate of a known authority',
  ],
  [
    'row 86: shown without the intermediate',
    good,
    [],
    'TLS_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'the certificates of its issuers beside its own, which some browsers find by themselves',
  ],
];

test.each(bad)('%s', async (_name, certificate, chain, code, cause, expected) => {
  await using server = await startServer({ '/': renderPage('page') }, { tls: serveCertificate(certificate, ...chain) });
  expect(await fetchFromLoopback(`https://pages.example:${server.port}/`, { ca: root.pem })).toMatchObject({
    kind: 'failed',
    code,
    detail: `Unexpected failure \`${cause}\` at \`pages.example:${server.port}\`, expected ${expected}`,
    hops: [],
  });
  expect(server.requests).toHaveLength(0);
});

test('row 85: a bad certificate is bad whatever the environment says', async () => {
  const certificate = createCertificate({ name: 'self', hosts });
  await using server = await startServer({ '/': renderPage('page') }, { tls: serveCertificate(certificate) });
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const exchange = await fetchFromLoopback(`https://pages.example:${server.port}/`, { ca: root.pem });
  expect(exchange).toMatchObject({ kind: 'failed', code: 'TLS_SELF_SIGNED' });
  expect(server.requests).toHaveLength(0);
});

test('row 86: the URL of an issuer in a certificate is not asked', async () => {
  await using trap = await startServer({ '*': renderPage(intermediate.pem) });
  const issuerUrl = `http://127.0.0.1:${trap.port}/intermediate.crt`;
  const certificate = createCertificate({ name: 'pointing', issuer: intermediate, hosts, issuerUrl });
  await using server = await startServer({ '/': renderPage('page') }, { tls: serveCertificate(certificate) });
  const exchange = await fetchFromLoopback(`https://pages.example:${server.port}/`, { ca: root.pem });
  expect(exchange).toMatchObject({ kind: 'failed', code: 'TLS_CHAIN' });
  expect(trap.connections).toHaveLength(0);
});

test('row 87: a server of TLS 1.0 only', async () => {
  const tls = {
    ...serveCertificate(good, intermediate),
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  } as const;
  await using server = await startServer({ '/': renderPage('page') }, { tls });
  expect(await fetchFromLoopback(`https://pages.example:${server.port}/`, { ca: root.pem })).toMatchObject({
    kind: 'failed',
    code: 'TLS_VERSION',
    detail: `Unexpected failure \`ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION\` at \`pages.example:${server.port}\`, expected TLS 1.2 or newer`,
  });
});

test('a server that speaks HTTP where TLS is expected', async () => {
  await using server = await startServer(
    {},
    { onConnection: (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n') },
  );
  expect(await fetchFromLoopback(`https://pages.example:${server.port}/`)).toMatchObject({
    kind: 'failed',
    code: 'TLS_OTHER',
    detail: `Unexpected failure \`ERR_SSL_WRONG_VERSION_NUMBER\` at \`pages.example:${server.port}\`, expected a TLS connection`,
  });
});

test('the authorities of Node.js are trusted, and no others', async () => {
  await using server = await startServer({ '/': renderPage('page') }, { tls: serveCertificate(good, intermediate) });
  const exchange = await fetchFromLoopback(`https://pages.example:${server.port}/`);
  expect(exchange).toMatchObject({ kind: 'failed', code: 'TLS_UNKNOWN_CA' });
});
