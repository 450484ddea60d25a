import { describe, expect, test } from 'vitest';
import { checkCitations, type CheckOptions } from '#tools/links/check/run.ts';
import type { Citation } from '#tools/links/citation.ts';
import { emptyHealth } from '#tools/links/history/render.ts';
import { renderPage, renderReply, startServer, type LoopbackServer, type Script } from '../loopback/server.ts';
import { createCitation, createLoopbackWorld } from './worlds.ts';

const good = renderPage('<title>Page</title><h1>Async</h1><p id="streams">Coroutines and streams.</p>');
const absent = renderReply(404, { 'Content-Type': 'text/html' }, '<title>Not found</title><h1>Nothing here</h1>');
const noRobots = { '/robots.txt': renderReply(404) };

/** A server whose pages are scripted; whatever else it is asked for is not there. */
function serve(script: Script): Promise<LoopbackServer> {
  return startServer({ ...noRobots, '*': absent, ...script });
}

async function check(citations: readonly Citation[], options: Partial<CheckOptions> = {}) {
  const world = createLoopbackWorld();
  const run = await checkCitations(citations, world, {
    health: emptyHealth,
    today: '2026-03-02',
    signal: new AbortController().signal,
    canaries: [],
    ...options,
  });
  const found = run.observations.map(({ citation, verdict, code }) => `${citation}: ${verdict} ${code}`);
  return { run, found, world };
}

/** What a server was asked for, without its robots.txt and the page that cannot exist. */
function listAsked({ requests }: LoopbackServer): string[] {
  return requests
    .map(({ target }) => target)
    .filter((target) => target !== '/robots.txt' && !/^\/x[0-9a-f]{20}$/.test(target));
}

describe('a run', () => {
  test('finds what holds, and what does not, and looks a second time at what does not', async () => {
    await using server = await serve({ '/good': good, '/other': renderPage('<h1>Threads</h1>') });
    const url = `http://docs.example.org:${server.port}`;
    const { found } = await check([
      createCitation('a-good', `${url}/good`),
      createCitation('b-other', `${url}/other`),
      createCitation('c-gone', `${url}/gone`),
    ]);
    expect(found).toEqual([
      'a-good: ok OK',
      'b-other: drifted EXPECT_HEADING',
      'c-gone: gone HTTP_404',
      'b-other: drifted EXPECT_HEADING',
      'c-gone: gone HTTP_404',
    ]);
  });

  test('asks once for a page that two citations share, and judges each by its own part of it', async () => {
    await using server = await serve({ '/page': good });
    const url = `http://docs.example.org:${server.port}/page`;
    const { found } = await check([createCitation('a', `${url}#streams`), createCitation('b', url)]);
    expect(found).toEqual(['a: ok OK', 'b: ok OK']);
    expect(listAsked(server).filter((target) => target === '/page')).toEqual(['/page']);
  });

  test('keeps a gap of a second to a host, and none between hosts', async () => {
    await using server = await serve({ '/a': good, '/b': good });
    const one = `http://one.example.org:${server.port}`;
    const { world } = await check([createCitation('a', `${one}/a`), createCitation('b', `${one}/b`)]);
    expect(world.waitsMs).toEqual([1000]);
    const other = await check([
      createCitation('a', `${one}/a`),
      createCitation('b', `http://two.example.com:${server.port}/b`),
    ]);
    expect(other.world.waitsMs).toEqual([]);
  });

  test('blames the host when all of its citations are gone at once', async () => {
    await using server = await serve({});
    const url = `http://docs.example.org:${server.port}`;
    const { found } = await check([createCitation('a', `${url}/a`), createCitation('b', `${url}/b`)]);
    expect(found).toEqual(['a: blocked HOST_GONE', 'b: blocked HOST_GONE']);
  });

  test('does not blame a host whose other pages are there, in its second pass either', async () => {
    await using server = await serve({ '/good': good });
    const url = `http://docs.example.org:${server.port}`;
    const { found } = await check(
      ['a', 'b'].map((id) => createCitation(id, `${url}/${id}`)).concat(createCitation('c', `${url}/good`)),
    );
    expect(found).toEqual(['a: gone HTTP_404', 'b: gone HTTP_404', 'c: ok OK', 'a: gone HTTP_404', 'b: gone HTTP_404']);
  });

  test('clears in its second pass what failed for a moment', async () => {
    let asked = 0;
    await using server = await serve({
      '/page': (socket) => {
        asked += 1;
        socket.end(asked === 1 ? renderReply(503) : good);
      },
    });
    const { found } = await check([createCitation('a', `http://docs.example.org:${server.port}/page`)]);
    expect(found).toEqual(['a: unreachable HTTP_503', 'a: ok OK']);
  });

  test('waits as long as a server asks for, and asks again', async () => {
    let asked = 0;
    await using server = await serve({
      '/page': (socket) => {
        asked += 1;
        socket.end(asked === 1 ? renderReply(429, { 'Retry-After': '30' }) : good);
      },
    });
    const { found, world } = await check([createCitation('a', `http://docs.example.org:${server.port}/page`)]);
    expect(found).toEqual(['a: ok OK']);
    expect(world.waitsMs).toEqual([30_000]);
  });

  test('asks again after a connection that broke, with longer waits', async () => {
    let asked = 0;
    await using server = await serve({
      '/page': (socket) => {
        asked += 1;
        if (asked < 3) socket.destroy();
        else socket.end(good);
      },
    });
    const { found, world } = await check([createCitation('a', `http://docs.example.org:${server.port}/page`)]);
    expect(found).toEqual(['a: ok OK']);
    expect(world.waitsMs).toEqual([1000, 4000]);
  });

  test('does not ask for what robots.txt forbids', async () => {
    await using server = await serve({
      '/robots.txt': renderReply(200, { 'Content-Type': 'text/plain' }, 'User-agent: *\nDisallow: /private\n'),
      '/private/page': good,
    });
    const { found } = await check([createCitation('a', `http://docs.example.org:${server.port}/private/page`)]);
    expect(found).toEqual(['a: unverified ROBOTS']);
    expect(listAsked(server)).toEqual([]);
  });

  test('knows the page of a host for what is not there, and keeps it', async () => {
    const shell = '<title>Docs</title><p>Choose a page from the menu of this documentation to begin to read.</p>';
    await using server = await startServer({ ...noRobots, '*': renderPage(shell) });
    const { found, run } = await check([
      createCitation('a', `http://docs.example.org:${server.port}/any`, { expect: { heading: 'Async' } }),
    ]);
    expect(found[0]).toBe('a: soft-404 SOFT_404_CONTROL');
    expect(run.hosts.map(({ host, control }) => ({ host, status: control?.status, title: control?.title }))).toEqual([
      { host: 'docs.example.org', status: 200, title: 'Docs' },
    ]);
  });

  test('skips what there is no time for, and says so', async () => {
    await using server = await serve({ '/a': good, '/b': good });
    const url = `http://docs.example.org:${server.port}`;
    const { found, run } = await check([createCitation('a', `${url}/a`), createCitation('b', `${url}/b`)], {
      budgetMs: 500,
    });
    expect(found).toEqual(['a: ok OK']);
    expect(run.skipped.map(({ citation, reason }) => `${citation.id} ${reason}`)).toEqual(['b budget']);
  });
});

describe('a canary that does not answer', () => {
  test('ends the run before it asks for anything else', async () => {
    await using server = await serve({ '/page': good });
    const url = `http://docs.example.org:${server.port}`;
    const { run } = await check([createCitation('a', `${url}/page`)], {
      canaries: [{ id: 'canary', url: `${url}/bird`, expect: { terms: ['Tweet'] } }],
    });
    expect(run.judgement).toEqual({
      kind: 'inconclusive',
      downHosts: [],
      reason: 'Unexpected failure of the canary: `docs.example.org` (`HTTP_404`), expected a good answer',
    });
    expect(run.observations).toEqual([]);
    expect(listAsked(server)).toEqual(['/bird']);
  });
});
