import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { loadPyodide } from 'pyodide';
import { expect, test } from 'vitest';
import { startInterpreter } from '#runner/interpreter.ts';
import { pyodideRelease } from '#runner/release.ts';

const folder = dirname(fileURLToPath(import.meta.resolve('pyodide')));
const read = (name: string) => readFileSync(join(folder, name));
const readJson = (name: string): unknown => JSON.parse(read(name).toString());

test('the version is that of the package, and is pinned', () => {
  expect(readJson('package.json')).toMatchObject({ version: pyodideRelease.version });
  expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({
    dependencies: { pyodide: pyodideRelease.version },
  });
  expect(pyodideRelease.path).toBe(`/runtime/pyodide-${pyodideRelease.version}/`);
});

test('the lock file without packages says of itself what that of the package says', async () => {
  let options: Parameters<typeof loadPyodide>[0];
  await startInterpreter({
    loadPyodide: (given) => {
      options = given;
      return Promise.resolve({ FS: { mkdirTree: () => undefined, writeFile: () => undefined } } as never);
    },
    indexURL: 'https://example.org/runtime/',
    program: '',
  });
  const { info } = readJson('pyodide-lock.json') as { info: Record<string, string> };
  expect(options?.lockFileContents).toEqual({
    info: { abi_version: info.abi_version, arch: info.arch, platform: info.platform, python: info.python },
    packages: {},
  });
  expect(pyodideRelease.python).toBe(info.python);
});

test('the bytes that progress is measured against are those of the two files that a worker fetches', () => {
  const sizes = ['pyodide.asm.wasm', 'python_stdlib.zip'].map((name) => read(name).length);
  expect(pyodideRelease.fetchedBytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
});

test('the stated download is the size of the files, compressed with gzip, as far as compressors agree', () => {
  const bytes = pyodideRelease.files.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0);
  expect(Math.abs(bytes / 1e6 - pyodideRelease.downloadMB)).toBeLessThanOrEqual(0.1);
});
