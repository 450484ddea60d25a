import { describe, expect, test } from 'vitest';
import { checkDowngrade, checkUrl } from '#tools/links/policy/url.ts';

describe('a URL may be asked', () => {
  test.each([
    'https://docs.example/page?KEY=GPYNAT#top',
    'http://docs.example/',
    'https://docs.example:8443/',
    'http://docs.example:8080/',
    'http://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://localhost.example/',
    'https://local.example/',
  ])('`%s`', (url) => {
    expect(checkUrl(url)).toBeUndefined();
  });
});

test('a text that is no URL is refused', () => {
  expect(checkUrl('docs.example/page')).toEqual({
    code: 'URL_INVALID',
    detail: 'Unexpected text `docs.example/page`, expected a URL',
  });
});

test.each([
  'file:///etc/passwd',
  'data:text/html,page',
  'javascript:alert(1)',
  'ftp://docs.example/',
  'ws://docs.example/',
])('row 15: scheme of `%s` is refused', (url) => {
  expect(checkUrl(url)).toEqual({
    code: 'SCHEME',
    detail: `Unexpected scheme \`${new URL(url).protocol}\`, expected \`https:\` or \`http:\``,
  });
});

test('row 16: a step from https to http is refused', () => {
  expect(checkDowngrade(new URL('https://docs.example/a'), new URL('http://docs.example/b'))).toEqual({
    code: 'DOWNGRADE',
    detail: 'Unexpected redirect from https to `http://docs.example`, expected https',
  });
});

test.each([
  ['https://docs.example/', 'https://other.example/'],
  ['http://docs.example/', 'https://docs.example/'],
  ['http://docs.example/', 'http://other.example/'],
])('row 22: the step from `%s` to `%s` is no downgrade', (from, to) => {
  expect(checkDowngrade(new URL(from), new URL(to))).toBeUndefined();
});

test.each(['http://localhost/', 'http://localhost:8080/', 'http://LOCALHOST/', 'http://a.localhost/'])(
  'row 91: `%s` is refused by name',
  (url) => {
    expect(checkUrl(url)).toEqual({
      code: 'HOST_NAME',
      detail: `Unexpected host \`${new URL(url).hostname}\`, expected a public host name`,
    });
  },
);

test('row 91: the address of the metadata service is refused', () => {
  expect(checkUrl('http://169.254.169.254/latest/meta-data/')).toEqual({
    code: 'ADDRESS',
    detail: 'Unexpected address `169.254.169.254`, expected a public one',
  });
});

test.each([
  ['http://0x7f.1/', '127.0.0.1'],
  ['http://2130706433/', '127.0.0.1'],
  ['http://127.1/', '127.0.0.1'],
  ['http://017700000001/', '127.0.0.1'],
  ['http://127.0.0.1./', '127.0.0.1'],
  ['http://１２７.0.0.1/', '127.0.0.1'],
  ['http://[::]/', '::'],
  ['http://[::1]/', '::1'],
  ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1`, which stands for `127.0.0.1'],
  ['http://0/', '0.0.0.0'],
])('row 92: host of `%s` is read as the address it is', (url, address) => {
  expect(checkUrl(url)).toEqual({
    code: 'ADDRESS',
    detail: `Unexpected address \`${address}\`, expected a public one`,
  });
});

test.each([
  'localhost.',
  'docs.example.',
  'intranet',
  'printer.local',
  'api.internal',
  'nas.lan',
  'a.home.arpa',
  '.',
  'a..',
])('row 92: host `%s` is refused by name', (host) => {
  expect(checkUrl(`http://${host}/`)).toEqual({
    code: 'HOST_NAME',
    detail: `Unexpected host \`${host}\`, expected a public host name`,
  });
});

test.each(['trusted', 'trusted:secret', ':secret'])(
  'row 93: credentials `%s` are refused, and not shown',
  (credentials) => {
    expect(checkUrl(`https://${credentials}@evil.example/`)).toEqual({
      code: 'CREDENTIALS',
      detail: 'Unexpected credentials before `@evil.example`, expected a URL without them',
    });
  },
);

test.each([22, 25, 6379])('row 93: port %i is refused', (port) => {
  expect(checkUrl(`https://docs.example:${port}/`)).toEqual({
    code: 'PORT',
    detail: `Unexpected port ${port}, expected 80, 443, 8080, 8443`,
  });
});

test('an allowance opens one address and one port, and nothing beside them', () => {
  const allowances = { address: (address: string) => address === '127.0.0.1', port: (port: number) => port === 4321 };
  expect(checkUrl('http://127.0.0.1:4321/', allowances)).toBeUndefined();
  expect(checkUrl('http://127.0.0.1:4322/', allowances)?.code).toBe('PORT');
  expect(checkUrl('http://127.0.0.2:4321/', allowances)?.code).toBe('ADDRESS');
  expect(checkUrl('http://localhost:4321/', allowances)?.code).toBe('HOST_NAME');
});
