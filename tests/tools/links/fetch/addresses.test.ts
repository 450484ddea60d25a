import { Client } from 'undici';
import { expect, test } from 'vitest';
import { createConnector } from '#tools/links/fetch/connector.ts';
import { startHopDeadlines } from '#tools/links/fetch/deadlines.ts';
import { defaultLimits } from '#tools/links/fetch/limits.ts';
import { fetchFromLoopback, loopbackAddress } from '../loopback/fetcher.ts';
import { renderPage, startServer, waitForEnd } from '../loopback/server.ts';

const nobody = () => false;

test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '100.64.0.1', '::1', 'fc00::1', 'fe80::1'])(
  'row 88: a host at `%s` is refused before a connection',
  async (address) => {
    await using server = await startServer({ '/': renderPage('secret') });
    const lookup = () => Promise.resolve([address]);
    expect(
      await fetchFromLoopback(`http://pages.example:${server.port}/`, { lookup, allowAddress: nobody }),
    ).toMatchObject({
      kind: 'refused',
      code: 'ADDRESS',
      detail: `Unexpected address \`${address}\` of \`pages.example\`, expected a public one`,
      hops: [],
    });
    expect(server.connections).toHaveLength(0);
  },
);

test.each(['::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::'])(
  'row 88: a host at `%s` is refused for what the address stands for',
  async (address) => {
    const lookup = () => Promise.resolve([address]);
    expect(await fetchFromLoopback('https://pages.example/', { lookup, allowAddress: nobody })).toMatchObject({
      kind: 'refused',
      code: 'ADDRESS',
      detail: `Unexpected address \`${address}\` of \`pages.example\`, which stands for \`127.0.0.1\`, expected a public one`,
    });
  },
);

test.each([
  ['10.0.0.1', loopbackAddress],
  [loopbackAddress, '10.0.0.1'],
])('row 89: a host at `%s` and `%s`, one of them private, is refused', async (...addresses) => {
  await using server = await startServer({ '/': renderPage('secret') });
  const lookup = () => Promise.resolve(addresses);
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`, { lookup })).toMatchObject({
    kind: 'refused',
    code: 'ADDRESS',
    detail: 'Unexpected address `10.0.0.1` of `pages.example`, expected a public one',
  });
  expect(server.connections).toHaveLength(0);
});

test('row 90: DNS is asked once for a request, and the address it gave is the one that is used', async () => {
  await using server = await startServer({ '/': renderPage('page') });
  const answers = [[loopbackAddress], ['10.0.0.1']];
  const asked: string[] = [];
  const lookup = (host: string) => {
    asked.push(host);
    return Promise.resolve(answers[asked.length - 1] ?? []);
  };
  const url = `http://pages.example:${server.port}/`;
  expect(await fetchFromLoopback(url, { lookup })).toMatchObject({
    kind: 'answered',
    hops: [{ address: '127.0.0.1' }],
  });
  expect(asked).toEqual(['pages.example']);
  expect(await fetchFromLoopback(url, { lookup })).toMatchObject({ kind: 'refused', code: 'ADDRESS' });
  expect(asked).toEqual(['pages.example', 'pages.example']);
});

test('row 92: an address in place of a name is refused without DNS', async () => {
  await using server = await startServer({ '/': renderPage('secret') });
  const lookup = () => Promise.reject(new Error('asked'));
  expect(await fetchFromLoopback(`http://2130706433:${server.port}/`, { lookup, allowAddress: nobody })).toMatchObject({
    kind: 'refused',
    code: 'ADDRESS',
    detail: 'Unexpected address `127.0.0.1`, expected a public one',
  });
  expect(server.connections).toHaveLength(0);
});

test('the port of a server is refused unless a caller allows it', async () => {
  await using server = await startServer({ '/': renderPage('secret') });
  expect(await fetchFromLoopback(`http://pages.example:${server.port}/`, { allowPort: nobody })).toMatchObject({
    kind: 'refused',
    code: 'PORT',
    detail: `Unexpected port ${server.port}, expected 80, 443, 8080, 8443`,
  });
  expect(server.connections).toHaveLength(0);
});

test('the address of the peer is checked where DNS was not asked, and nothing is sent to it', async () => {
  await using server = await startServer({ '/': renderPage('secret') });
  const deadlines = startHopDeadlines(defaultLimits, new AbortController().signal, 'pages.example');
  const connect = createConnector({
    lookup: () => Promise.reject(new Error('asked')),
    allowances: {},
    connection: { deadlines, address: '' },
  });
  const client = new Client(`http://127.0.0.1:${server.port}`, { connect });
  await expect(client.request({ method: 'GET', path: '/' })).rejects.toThrow(
    'Unexpected address `127.0.0.1`, expected a public one',
  );
  deadlines.stop();
  await client.destroy();
  const [connection] = server.connections;
  await waitForEnd(connection);
  expect(server.requests).toHaveLength(0);
});
