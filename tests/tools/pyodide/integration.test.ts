import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pyodideFiles } from '#tools/pyodide/integration.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'iris-async-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('a build holds the files that a browser loads, byte for byte, and no others', async () => {
  const done = pyodideFiles().hooks['astro:build:done'];
  await done?.({ dir: pathToFileURL(`${directory}/`) } as never);
  const target = join(directory, 'runtime', 'pyodide-314.0.7');
  const names = await readdir(target);
  expect(names.toSorted()).toEqual(['pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip']);
  const source = dirname(fileURLToPath(import.meta.resolve('pyodide')));
  for (const name of names) {
    const [copy, original] = await Promise.all([readFile(join(target, name)), readFile(join(source, name))]);
    expect(copy.equals(original), name).toBe(true);
  }
});

test('the development server serves the files of the package below its base path', async () => {
  const used: unknown[][] = [];
  const server = { config: { base: '/sub/' }, middlewares: { use: (...handler: unknown[]) => used.push(handler) } };
  await pyodideFiles().hooks['astro:server:setup']?.({ server } as never);
  expect(used).toEqual([['/sub/runtime/pyodide-314.0.7/', expect.any(Function)]]);
});
