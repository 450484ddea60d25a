import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildSite, copyProject, listShellEnvironment, type SiteBuild } from '../site/build.ts';
import { countBy, readRawClaims } from '../site/raw-content.ts';
import { serveSite, type SiteServer } from './site-server.ts';

/** An entry that the matrix cites, and what its newest assessment is made to say instead. */
const [collection, id] = ['edges', 'synchronous-db-access'] as const;
const [from, to] = ['community-workaround', 'partially-addressed'] as const;
const remaining = 'The Native SDK still blocks.';

/** The claims before the edit, as their files have them. */
const before = readRawClaims('content');
const entry = before.find((claim) => claim.collection === collection && claim.id === id);
const { title = '', judgements = [] } = entry ?? {};
const on = judgements.at(-1)?.on ?? '';
const dayBefore = judgements.at(-2)?.on ?? '';
const wordsOfEdges = countBy(
  before.filter((claim) => claim.collection === collection),
  (claim) => claim.judgements.at(-1)?.word,
);

/** The file with the status of its newest assessment changed, and nothing else. */
function edit(text: string): string {
  const place = text.lastIndexOf(`    status: ${from}\n`);
  if (place < 0) throw new Error(`${collection}/${id} is no longer \`${from}\`: this walk needs an entry that is`);
  return `${text.slice(0, place)}    status: ${to}\n    remaining: ${remaining}\n${text.slice(place).replace(/^.*\n/, '')}`;
}

test.describe('one assessment that is edited', () => {
  // The site is built once for all.
  test.describe.configure({ mode: 'default' });
  let copy: SiteBuild;
  let build: SiteBuild;
  let server: SiteServer;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    copy = await copyProject();
    const file = join(copy.directory, 'content', collection, `${id}.mdx`);
    await writeFile(file, edit(await readFile(file, 'utf8')));
    build = await buildSite({}, copy.directory);
    server = await serveSite(build.directory);
  });
  test.afterAll(async () => {
    server.close();
    await Promise.all([copy.remove(), build.remove()]);
  });

  test('changes the entry', async ({ page }) => {
    await page.goto(`${server.origin}/${collection}/${id}/`);
    await expect(page.locator('h1')).toHaveText(title);
    const newest = page.locator('.history > li').first();
    await expect(newest).toContainText(on);
    await expect(newest).toContainText('Partly addressed');
    await expect(newest).toContainText(remaining);
  });

  test('changes the counts and the news of the home page', async ({ page }) => {
    await page.goto(`${server.origin}/`);
    const counts = page.locator('.counts');
    await expect(counts).toContainText(`Partly addressed ${(wordsOfEdges[to] ?? 0) + 1}`);
    const left = (wordsOfEdges[from] ?? 0) - 1;
    if (left > 0) await expect(counts).toContainText(`Worked round ${left}`);
    else await expect(counts).not.toContainText('Worked round');
    await expect(page.locator('.edge-row li').filter({ hasText: title })).toContainText('Partly addressed');
  });

  test('changes the matrix where a cell cites it', async ({ page }) => {
    await page.goto(`${server.origin}/matrix/needs/database-access/`);
    const proofs = page.locator('.proof > li').filter({ hasText: title });
    for (const proof of await proofs.all()) await expect(proof).toContainText('Partly addressed');
    await expect(proofs.first()).toBeVisible();
  });

  test('stands on the timeline, and in the difference from the judgement before', async ({ page }) => {
    for (const path of [`/changes/${collection}/`, `/changes/${dayBefore}..${on}/`]) {
      await page.goto(`${server.origin}${path}`);
      const step = page.locator('li').filter({ hasText: title }).locator('.step').first();
      await expect(step).toHaveText(/Open\s*→\s*to\s*Partly addressed/);
    }
  });

  test('stands in the feeds', async ({ request }) => {
    for (const path of ['/feed.json', `/${collection}/${id}/feed.json`]) {
      const feed = (await (await request.get(`${server.origin}${path}`)).json()) as { items: { title: string }[] };
      const item = feed.items.find((candidate) => candidate.title.includes(title));
      expect(item?.title).toMatch(/^Improved: .*partly addressed$/i);
    }
    expect(await (await request.get(`${server.origin}/${collection}/${id}/feed.xml`)).text()).toContain(remaining);
  });

  test('changes what the API says of it, of the matrix and of events', async ({ request }) => {
    const read = async <T>(path: string) => (await (await request.get(`${server.origin}/api/v1/${path}`)).json()) as T;
    expect(await read(`${collection}/${id}.json`)).toMatchObject({ current: { on, status: to } });

    const { events } = await read<{ events: { id: string }[] }>('events.json');
    expect(events.find((event) => event.id === `${collection}/${id}/${on}`)).toMatchObject({ after: { status: to } });

    interface Proof {
      entry: { id: string };
      status: string;
    }
    const { needs } = await read<{ needs: { cells: { proof: Proof[] }[] }[] }>('matrix.json');
    const proofs = needs.flatMap(({ cells }) => cells.flatMap(({ proof }) => proof));
    const statuses = new Set(proofs.filter((proof) => proof.entry.id === id).map(({ status }) => status));
    expect([...statuses]).toEqual([to]);
  });

  test('makes the snapshot stale, which says so, and is written anew', async () => {
    const snapshot = (option: string) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(process.cwd(), 'src/tools/snapshot/cli.ts'), option],
        { cwd: copy.directory, env: listShellEnvironment(), encoding: 'utf8' },
      );
      return { code: status, text: stdout + stderr };
    };
    const stale = snapshot('--check');
    expect(stale.code).toBe(1);
    expect(stale.text).toContain(`${collection}/${id}`);
    expect(snapshot('--update').code).toBe(0);
    expect(snapshot('--check')).toEqual({ code: 0, text: '' });
    const model = async (root: string) => await readFile(join(root, 'content/generated/model.json'), 'utf8');
    expect(await model(copy.directory)).not.toBe(await model('.'));
  });
});
