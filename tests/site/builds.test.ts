import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { buildSite, listShellEnvironment } from './build.ts';
import { readPages } from './dist.ts';
import { listBrokenLinks } from './internal-links.ts';

const run = promisify(execFile);

async function digest(directory: string): Promise<Record<string, string>> {
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  const pairs = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => {
        const path = join(file.parentPath, file.name);
        return [
          path.slice(directory.length),
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        ] as const;
      }),
  );
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

// One after the other: builds share Astro's cache.
test('a site under a base path keeps every link and anchor below it', async () => {
  const site = await buildSite({ BASE_PATH: '/iris-async/' });
  try {
    const pages = readPages(site.directory);
    expect(pages.length).toBeGreaterThan(100);
    expect(listBrokenLinks(site.directory, pages, '/iris-async/')).toEqual([]);
  } finally {
    await site.remove();
  }
});

test('two builds of one commit are equal to the byte when the day and the time are given', async () => {
  const env = { AS_OF: '2026-12-01', SOURCE_DATE_EPOCH: '1800000000', SOURCE_COMMIT: 'f'.repeat(40) };
  const first = await buildSite(env);
  const second = await buildSite(env);
  try {
    const files = await digest(first.directory);
    expect(Object.keys(files).length).toBeGreaterThan(100);
    expect(await digest(second.directory)).toEqual(files);
    const home = await readFile(join(first.directory, 'index.html'), 'utf8');
    expect(home).toContain('<dd>2026-12-01</dd>');
    expect(home).toContain('2027-01-15 08:00 UTC');
    expect(home).toContain('ffffffffffff');
  } finally {
    await Promise.all([first.remove(), second.remove()]);
  }
});

test('a later day makes judgements stale without a change to the content', async () => {
  const site = await buildSite({ AS_OF: '2027-12-31' });
  try {
    const page = await readFile(join(site.directory, 'edges/synchronous-db-access/index.html'), 'utf8');
    expect(page).toContain('Stale');
  } finally {
    await site.remove();
  }
});

test('the build refuses to start on an error in the content, and writes nothing', async () => {
  const root = await mkdtemp(join(tmpdir(), 'iris-async-broken-'));
  try {
    for (const name of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
      await cp(name, join(root, name), { recursive: true });
    }
    await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    const file = join(root, 'content/edges/synchronous-db-access.mdx');
    await writeFile(file, (await readFile(file, 'utf8')).replace('severity: blocker', 'severity: blokker'));
    const error = await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
      cwd: root,
      env: listShellEnvironment(),
    }).then(
      () => undefined,
      (failure: unknown) => failure as { code: number; stdout: string; stderr: string },
    );
    expect(error?.code).toBe(1);
    expect(error?.stderr).toMatch(
      /^content\/edges\/synchronous-db-access\.mdx:\d+:11: error invalid-value {2}Unexpected `blokker` in `severity`, expected `blocker`, `major` or `minor`\n {2}hint: did you mean `blocker`\?$/m,
    );
    expect(await readdir(root)).not.toContain('dist');
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
