import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '#schema/verdict.ts';
import { compareVersions, findInterpreters } from '#tools/samples/runtimes/cpython.ts';
import { createSampleTree, describeTree, expectsTypeError, renderSample, runCommand } from './sample-trees.ts';

const [newest] = await findInterpreters(process.env);
const hasPython = compareVersions(newest?.version ?? '0', '3.11') >= 0;

const record = 'content/generated/sample-verdicts.json';

function readRecord(cwd: string): Verdict[] {
  return (JSON.parse(readFileSync(join(cwd, record), 'utf8')) as { verdicts: Verdict[] }).verdicts;
}

/** Every file's text, without times. */
function readTexts(cwd: string): string[] {
  return describeTree(cwd).map((line) => line.replace(/ [\d.]+ /, ' '));
}

describe.runIf(hasPython)('an update', () => {
  test('writes the outputs and the verdicts, after which all passes and a second one changes nothing', async () => {
    const cwd = createSampleTree({
      ...renderSample('changed', 'import sys\nprint("new")\nprint("noted", file=sys.stderr)\n', { stdout: 'old\n' }),
      ...renderSample('silent', 'pass\n', { stdout: 'old\n' }),
      ...renderSample('gap', 'print("so far")\nraise TypeError("no await")\n', { expect: expectsTypeError }),
    });
    const untouched = describeTree(cwd);
    expect((await runCommand([], { cwd })).exitCode).toBe(1);
    expect(describeTree(cwd)).toEqual(untouched);

    const first = await runCommand(['--update'], { cwd });
    expect(first).toEqual({
      exitCode: 0,
      stdout:
        'passed    cpython  changed\npassed    cpython  gap (fails, as declared)\npassed    cpython  silent\n3 verdicts: 3 passed, 0 failed\n',
      stderr: [
        'Wrote content/samples/changed/expected.stdout',
        'Wrote content/samples/changed/expected.stderr',
        'Wrote content/samples/gap/expected.stdout',
        'Removed content/samples/silent/expected.stdout',
        `Wrote ${record}`,
        '',
      ].join('\n'),
    });
    expect(readFileSync(join(cwd, 'content/samples/changed/expected.stdout'), 'utf8')).toBe('new\n');
    expect(readFileSync(join(cwd, 'content/samples/changed/expected.stderr'), 'utf8')).toBe('noted\n');
    expect(existsSync(join(cwd, 'content/samples/silent/expected.stdout'))).toBe(false);
    expect(existsSync(join(cwd, 'content/samples/gap/expected.stderr'))).toBe(false);
    expect(readRecord(cwd)).toMatchObject([
      {
        sample: 'changed',
        runtime: { name: 'cpython', version: newest?.version },
        outcome: 'passed',
        expected: 'pass',
        exit: 0,
      },
      { sample: 'gap', outcome: 'passed', expected: 'fail', exit: 1 },
      { sample: 'silent', outcome: 'passed', expected: 'pass', exit: 0 },
    ]);

    const texts = readTexts(cwd);
    expect(await runCommand(['--update'], { cwd })).toEqual({ ...first, stderr: `Wrote ${record}\n` });
    // The day of the run is in the record, and midnight may lie between the two.
    const day = /"ranOn":"[\d-]+"/g;
    expect(readTexts(cwd).map((text) => text.replaceAll(day, ''))).toEqual(
      texts.map((text) => text.replaceAll(day, '')),
    );
    expect(await runCommand([], { cwd })).toEqual({ ...first, stderr: '' });
  }, 120_000);

  test('leaves an output that the runtimes disagree about, and records that they failed', async () => {
    const cwd = createSampleTree(
      renderSample('differs', 'import sys\nprint(sys.platform)\n', {
        runtimes: ['pyodide', 'cpython'],
        stdout: 'same\n',
      }),
    );
    const run = await runCommand(['--update', '--format', 'github'], { cwd });
    const file = 'file=content/samples/differs/main.py,line=1,col=1,title=sample failed';
    expect(run).toEqual({
      exitCode: 1,
      stdout: `::error ${file}::differs in pyodide: its output differs from expected.stdout\n::error ${file}::differs in cpython: its output differs from expected.stdout\n`,
      stderr: `Wrote ${record}\n`,
    });
    expect(readFileSync(join(cwd, 'content/samples/differs/expected.stdout'), 'utf8')).toBe('same\n');
    expect(readRecord(cwd).map(({ runtime, outcome }) => [runtime.name, runtime.python, outcome])).toEqual([
      ['cpython', newest?.version, 'failed'],
      ['pyodide', '3.14.2', 'failed'],
    ]);
  }, 120_000);

  test('of one sample keeps the verdicts of the others, also of those that cannot be read, and drops those that are gone', async () => {
    const cwd = createSampleTree({
      ...renderSample('first', 'print(1)\n'),
      ...renderSample('broken', 'print(1)\n'),
      ...renderSample('gone', 'print(1)\n'),
    });
    expect((await runCommand(['--update'], { cwd })).exitCode).toBe(0);
    mkdirSync(join(cwd, 'elsewhere'));
    renameSync(join(cwd, 'content/samples/gone'), join(cwd, 'elsewhere/gone'));
    const path = join(cwd, 'content/samples/broken/sample.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}nonsense: 1\n`);
    const [broken, first] = readRecord(cwd);
    expect((await runCommand(['--update', 'first'], { cwd })).exitCode).toBe(2);
    expect(readRecord(cwd)).toEqual([broken, { ...first, ranOn: expect.any(String) as string }]);
  }, 120_000);

  test('where the runtime is not there keeps what was earned for the same source, and not for another', async () => {
    const cwd = createSampleTree({ ...renderSample('first', 'print(1)\n'), ...renderSample('second', 'print(2)\n') });
    expect((await runCommand(['--update'], { cwd })).exitCode).toBe(0);
    const [first] = readRecord(cwd);
    writeFileSync(join(cwd, 'content/samples/second/main.py'), 'print(3)\n');
    const absent = await runCommand(['--update'], { cwd, env: { PYTHON: '/nonexistent' } });
    expect(absent).toMatchObject({ exitCode: 0, stderr: `Wrote ${record}\n` });
    expect(readRecord(cwd)).toMatchObject([
      first ?? {},
      {
        sample: 'second',
        outcome: 'untested',
        reason: 'PYTHON=/nonexistent is no Python 3',
        runtime: { name: 'cpython' },
      },
    ]);
  }, 120_000);

  test('records an exception of any length, and a record that was broken is written anew', async () => {
    const cwd = createSampleTree({
      ...renderSample('long', 'raise ValueError("x" * 5000 + "\\x1b[31m")\n'),
      [record]: '{ "verdicts": [ }',
    });
    expect((await runCommand(['--update'], { cwd })).exitCode).toBe(1);
    expect(readRecord(cwd)).toMatchObject([
      {
        sample: 'long',
        outcome: 'failed',
        reason: expect.stringMatching(/^it ended with exit code 1 with ValueError: x+…$/) as string,
      },
    ]);
  }, 120_000);
});
