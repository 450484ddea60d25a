import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { integer, record, sample } from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { LinkHealth } from '#schema/link-health.ts';
import { parseLinkHealth } from '#store/link-health.ts';
import { renderLinkHealth } from '#tools/links/history/render.ts';
import { createTree } from '../../../store/trees.ts';
import { seed } from './arbitraries.ts';
import { createHealth, createRecord } from './observations.ts';

const writer = resolve('tests/tools/links/history/write-for-ever.ts');

/** A health file of some hundred kilobytes. No two versions have the same length, nor one record in common. */
function createVersion(version: number): LinkHealth {
  const last = { verdict: 'ok', code: 'OK', detail: `Version ${version} ${'x'.repeat(version * 10)}` } as const;
  return createHealth(
    ...Array.from({ length: 600 + version * 40 }, (_, index) =>
      createRecord({ citation: `page-${index + 1000}`, last }),
    ),
  );
}

/** A folder in memory where there is one: a killed process leaves the same on every disk, and a busy one takes minutes. */
function createQuickFolder(): string {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'iris-async-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Starts the writer, kills it so many milliseconds after so many writes, and tells which signal ended it. */
async function writeAndKill(
  [path, folder]: [string, string],
  { writes, afterMs }: { writes: number; afterMs: number },
): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [writer, path, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let told = 0;
  const reached = new Promise<void>((resolveReached) => {
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.length;
      if (told >= writes) resolveReached();
    });
  });
  await Promise.race([reached, ended]);
  await wait(afterMs);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  return signal;
}

test('a file is whole whenever the process that writes it is killed', async () => {
  const versions = Array.from({ length: 7 }, (_, version) => renderLinkHealth(createVersion(version)));
  for (const text of versions) expect(parseLinkHealth(text, 'link-health.json').problems).toEqual([]);
  const texts = createTree(Object.fromEntries(versions.map((text, version) => [`${version}.json`, text])));
  const folder = createQuickFolder();
  const path = join(folder, 'link-health.json');
  const moments = record({ writes: integer({ min: 1, max: 7 }), afterMs: integer({ min: 0, max: 8 }) });
  const seen = new Set<number>();
  let drafts = 0;
  for (const moment of sample(moments, { seed, numRuns: 60 })) {
    expect(await writeAndKill([path, texts], moment)).toBe('SIGKILL');
    const version = versions.indexOf(readFileSync(path, 'utf8'));
    expect(version).toBeGreaterThanOrEqual(0);
    seen.add(version);
    const others = readdirSync(folder).filter((name) => name !== 'link-health.json');
    expect(others.length).toBeLessThanOrEqual(1);
    drafts += others.length;
  }
  // The kills hit different versions, and writes that were under way: otherwise nothing was tried.
  expect(seen.size).toBeGreaterThan(2);
  expect(drafts).toBeGreaterThan(0);
}, 240_000);
