import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareVersions, createCpythonRuntime, findInterpreters } from '#tools/samples/runtimes/cpython.ts';
import { createJob, createSample } from './results.ts';
import { createSampleTree } from './sample-trees.ts';

const signal = new AbortController().signal;

/** A folder of shell scripts that play Python: each says its version, fails or passes the question for packages, and prints its name. */
function createPythons(scripts: Readonly<Record<string, { version: string; hasPackages: boolean }>>): string {
  const folder = createSampleTree(
    Object.fromEntries(
      Object.entries(scripts).map(([name, { version, hasPackages }]) => [
        name,
        `#!/bin/sh
case "$*" in
  *python_version*) echo ${version} ;;
  *importlib.metadata*) exit ${hasPackages ? 0 : 1} ;;
  *) echo "ran in ${name}" ;;
esac
`,
      ]),
    ),
  );
  for (const name of Object.keys(scripts)) chmodSync(join(folder, name), 0o755);
  return folder;
}

describe('versions', () => {
  test('are ordered by their numbers', () => {
    expect(['3.14.0', '3.9.18', '3.11.2', '3.11', '3.11.10', '3.15.0a1'].sort(compareVersions)).toEqual([
      '3.9.18',
      '3.11',
      '3.11.2',
      '3.11.10',
      '3.14.0',
      '3.15.0a1',
    ]);
    expect(Math.sign(compareVersions('3.9', '3.11'))).toBe(-1);
    expect(Math.sign(compareVersions('3.14', '3.11'))).toBe(1);
    expect(compareVersions('3.11', '3.11.0')).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('the interpreters of a machine', () => {
  test('are found newest first, by what they say and not by their names', async () => {
    const PATH = createPythons({
      'python3.13': { version: '3.13.1', hasPackages: true },
      python3: { version: '3.99.0', hasPackages: true },
      python: { version: '2.7.18', hasPackages: true },
    });
    const found = (await findInterpreters({ PATH })).filter(({ command }) => !command.startsWith('/usr/bin/'));
    expect(found).toEqual([
      { command: 'python3', version: '3.99.0' },
      { command: 'python3.13', version: '3.13.1' },
    ]);
  });

  test('are none when PYTHON names something that is none', async () => {
    expect(await findInterpreters({ PATH: process.env.PATH, PYTHON: '/nonexistent' })).toEqual([]);
    expect(await findInterpreters({ PATH: '/bin:/usr/bin', PYTHON: 'true' })).toEqual([]);
  });

  test('are asked for the packages a sample needs, and the one that ran it is recorded', async () => {
    const PATH = createPythons({
      'python3.16': { version: '3.99.0', hasPackages: false },
      'python3.15': { version: '3.98.0', hasPackages: true },
    });
    const runtime = createCpythonRuntime({ env: { PATH: `${PATH}:/bin:/usr/bin` } });
    expect(await runtime.probe()).toMatchObject({ version: '3.99.0' });
    const sample = createSample({ packages: ['fastapi'] });
    expect(await runtime.run(createJob({ sample }), signal)).toEqual({
      kind: 'exited',
      exit: 0,
      stdout: 'ran in python3.15\n',
      stderr: '',
      truncated: false,
      facts: { version: '3.98.0', python: '3.98.0' },
    });
  });

  test('that are too old for a sample are not asked for its packages', async () => {
    const PATH = createPythons({
      'python3.16': { version: '3.99.0', hasPackages: false },
      'python3.15': { version: '3.10.0', hasPackages: true },
    });
    const runtime = createCpythonRuntime({ env: { PATH: `${PATH}:/bin:/usr/bin` } });
    const sample = createSample({
      runtimes: { ...createSample().runtimes, cpython: { min: '3.99' } },
      packages: ['a', 'b'],
    });
    expect(await runtime.run(createJob({ sample }), signal)).toEqual({
      kind: 'absent',
      reason: 'no Python here has the packages it needs: a, b',
    });
  });

  test('that are all too old leave a sample untested, with both versions named', async () => {
    const PATH = createPythons({ mine: { version: '3.10.0', hasPackages: true } });
    const runtime = createCpythonRuntime({ env: { PATH: `${PATH}:/bin`, PYTHON: 'mine' } });
    expect(await runtime.run(createJob(), signal)).toEqual({
      kind: 'absent',
      reason: 'it needs Python 3.11, and the newest here is 3.10.0',
    });
  });

  test('start no program once the run is interrupted', async () => {
    const PATH = createPythons({ mine: { version: '3.99.0', hasPackages: true } });
    const runtime = createCpythonRuntime({ env: { PATH: `${PATH}:/bin`, PYTHON: 'mine' } });
    await expect(runtime.run(createJob(), AbortSignal.abort(new Error('interrupted')))).rejects.toThrow('interrupted');
  });
});
