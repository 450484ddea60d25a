import { expect, test } from 'vitest';
import { createRobots } from '#tools/links/fetch/robots.ts';
import { createLoopbackFetcher } from '../loopback/fetcher.ts';
import { renderRedirect, renderReply, startServer, type Reply, type Script } from '../loopback/server.ts';

const { signal } = new AbortController();
const hourMs = 3600 * 1000;

function createAsker(nowMs: () => number = () => 0) {
  return createRobots({ fetchExchange: createLoopbackFetcher(), nowMs, product: 'iris-async-links' });
}

/** What the robots.txt of a server says about a path. */
async function ask(robots: Reply, path = '/page', more: Script = {}) {
  await using server = await startServer({ '/robots.txt': robots, ...more });
  return await createAsker()(`http://pages.example:${server.port}${path}`, { signal });
}

function renderRobots(...lines: readonly string[]): Uint8Array {
  return renderReply(200, { 'Content-Type': 'text/plain' }, lines.join('\n'));
}

const refused = {
  kind: 'disallowed',
  detail: expect.stringMatching(
    /^Unexpected rule of `http:\/\/pages\.example:\d+\/robots\.txt` against `http:\/\/pages\.example:\d+\/page`, expected leave to ask$/,
  ) as string,
};

test.each([
  ['of everybody', ['User-agent: *', 'Disallow: /']],
  ['of the checker by name', ['User-agent: Iris-Async-Links/2', 'Disallow: /page']],
  ['of a group with several agents', ['User-agent: a', 'User-agent: iris-async-links', 'Disallow: /']],
  ['of a longer path', ['User-agent: *', 'Allow: /', 'Disallow: /page']],
  [
    'of a second group for everybody',
    ['User-agent: *', 'Allow: /a', 'User-agent: b', 'Allow: /', 'User-agent: *', 'Disallow: /'],
  ],
  ['with comments', ['User-agent: * # all', 'Disallow: /page # this one']],
  ['with wildcards', ['User-agent: *', 'Disallow: /*ge$']],
])('row 70: a rule %s is kept', async (_name, lines) => {
  expect(await ask(renderRobots(...lines))).toEqual(refused);
});

test.each([
  ['for another path', ['User-agent: *', 'Disallow: /other']],
  ['for another agent', ['User-agent: other', 'Disallow: /']],
  [
    'of everybody, where the checker has a group',
    ['User-agent: *', 'Disallow: /', 'User-agent: iris-async-links', 'Allow: /'],
  ],
  ['without a path', ['User-agent: *', 'Disallow:']],
  ['in a comment', ['User-agent: *', '# Disallow: /']],
])('row 70: a rule %s does not hold', async (_name, lines) => {
  expect(await ask(renderRobots(...lines))).toEqual({ kind: 'allowed' });
});

test('row 70: the query is a part of the path', async () => {
  const robots = renderRobots('User-agent: *', 'Disallow: /csp/*?CLASSNAME=%25');
  expect(await ask(robots, '/csp/docs?CLASSNAME=%25SYSTEM.Event')).toMatchObject({ kind: 'disallowed' });
  expect(await ask(robots, '/csp/docs?CLASSNAME=Ens.Director')).toEqual({ kind: 'allowed' });
});

test.each([401, 403, 404, 410, 429])('row 71: status %i allows everything', async (status) => {
  expect(await ask(renderReply(status, {}, 'User-agent: *\nDisallow: /'))).toEqual({ kind: 'allowed' });
});

test.each([500, 503])('row 71: status %i forbids everything', async (status) => {
  expect(await ask(renderReply(status))).toEqual({
    kind: 'disallowed',
    detail: expect.stringMatching(
      new RegExp(
        `^Unexpected status ${status} of \`http://pages\\.example:\\d+/robots\\.txt\`, expected rules or status 404$`,
      ),
    ) as string,
  });
});

test('row 71: a page of HTML in its place allows everything', async () => {
  const html = renderReply(200, { 'Content-Type': 'text/html' }, '<!doctype html><title>User-agent: *</title>');
  expect(await ask(html)).toEqual({ kind: 'allowed' });
});

test('row 71: of 10 MB the first 500 KiB count, up to the last whole line', async () => {
  const filler = `# ${'x'.repeat(1021)}\n`;
  const text = (lines: number, last: string) =>
    renderReply(200, {}, `User-agent: *\n${filler.repeat(lines)}${last}\n${filler.repeat(10_000)}`);
  expect(await ask(text(100, 'Disallow: /page'))).toEqual(refused);
  expect(await ask(text(600, 'Disallow: /page'))).toEqual({ kind: 'allowed' });
  // The limit falls after `Disallow: /pa`, which would forbid the page.
  const padding = 'x'.repeat(500 * 1024 - 'User-agent: *\n#\nDisallow: /pa'.length);
  const cut = renderReply(200, {}, `User-agent: *\n#${padding}\nDisallow: /pantry\n${filler}`);
  expect(await ask(cut)).toEqual({ kind: 'allowed' });
});

test('row 71: five redirects are followed, and a sixth allows everything', async () => {
  const more = {
    ...Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`/${index}`, renderRedirect(301, `/${index + 1}`)])),
    '/5': renderRobots('User-agent: *', 'Disallow: /page'),
  };
  expect(await ask(renderRedirect(301, '/1'), '/page', more)).toEqual(refused);
  expect(await ask(renderRedirect(301, '/0'), '/page', more)).toEqual({ kind: 'allowed' });
});

test('row 71: redirects to what must not be asked allow everything', async () => {
  expect(await ask(renderRedirect(301, 'http://localhost/robots.txt'))).toEqual({ kind: 'allowed' });
});

test('a host that cannot be asked is no answer, and is asked again', async () => {
  await using server = await startServer({ '/robots.txt': '' });
  const askRobots = createAsker();
  for (const count of [1, 2]) {
    expect(await askRobots(`http://pages.example:${server.port}/page`, { signal })).toMatchObject({
      kind: 'failed',
      exchange: { kind: 'failed', code: 'CLOSED' },
    });
    expect(server.requests).toHaveLength(count);
  }
});

test('an answer is kept for a day, for one origin', async () => {
  let nowMs = 0;
  const script = { '/robots.txt': renderRobots('User-agent: *', 'Disallow: /page') };
  await using server = await startServer(script);
  await using other = await startServer(script);
  const askRobots = createAsker(() => nowMs);
  const url = `http://pages.example:${server.port}`;
  expect(await askRobots(`${url}/page`, { signal })).toMatchObject({ kind: 'disallowed' });
  expect(await askRobots(`${url}/other`, { signal })).toEqual({ kind: 'allowed' });
  nowMs = 24 * hourMs - 1;
  expect(await askRobots(`${url}/page`, { signal })).toMatchObject({ kind: 'disallowed' });
  expect(server.requests).toHaveLength(1);
  nowMs = 24 * hourMs;
  expect(await askRobots(`${url}/page`, { signal })).toMatchObject({ kind: 'disallowed' });
  expect(server.requests).toHaveLength(2);
  await askRobots(`http://pages.example:${other.port}/page`, { signal });
  expect(other.requests).toHaveLength(1);
});

test('questions that come together are one request', async () => {
  await using server = await startServer({ '/robots.txt': renderRobots('User-agent: *', 'Disallow: /page') });
  const askRobots = createAsker();
  const url = `http://pages.example:${server.port}/page`;
  await Promise.all([askRobots(url, { signal }), askRobots(url, { signal })]);
  expect(server.requests).toHaveLength(1);
});

test('a question that was ended is asked again', async () => {
  await using server = await startServer({ '/robots.txt': renderRobots('User-agent: *', 'Disallow: /page') });
  const askRobots = createAsker();
  const url = `http://pages.example:${server.port}/page`;
  await expect(askRobots(url, { signal: AbortSignal.abort(new Error('over')) })).rejects.toThrow('over');
  expect(await askRobots(url, { signal })).toMatchObject({ kind: 'disallowed' });
});

test.each([
  ['2', 2000],
  ['0.5', 500],
  ['3600', 10_000],
  ['1e999', 10_000],
  ['-1', 0],
  ['soon', undefined],
])('a crawl delay of `%s` is a pause of %s ms', async (delay, delayMs) => {
  expect(await ask(renderRobots('User-agent: *', `Crawl-delay: ${delay}`))).toEqual({ kind: 'allowed', delayMs });
});

test('thousands of agents before thousands of rules cost no more than their bytes', async () => {
  const agents = Array.from({ length: 15_000 }, (_, index) => `User-agent: a${index}`);
  const rules = Array.from({ length: 15_000 }, () => 'Allow: /');
  const before = performance.now();
  expect(await ask(renderRobots(...agents, ...rules, 'User-agent: *', 'Disallow: /page'))).toEqual(refused);
  expect(performance.now() - before).toBeLessThan(5000);
});
