import { describe, expect, test } from 'vitest';
import { runSamples } from '#tools/samples/run.ts';
import { createPyodideRuntime } from '#tools/samples/runtimes/pyodide.ts';
import { createJob, createSample } from './results.ts';

function createRuntime(worker: string) {
  return createPyodideRuntime({ workerUrl: new URL(`../../fixtures/samples/workers/${worker}.js`, import.meta.url) });
}

const never = new AbortController().signal;

function createProgram(main: string, timeoutMs = 60_000) {
  return createJob({ id: main.replace('.py', ''), main, files: { [main]: '' }, sample: createSample({ timeoutMs }) });
}

describe('a worker that does not load', () => {
  test.each([
    ['throws', 'Pyodide did not load: the interpreter is broken'],
    ['exits', 'Pyodide did not load: the worker ended with code 7'],
    ['says-failed', 'Pyodide did not load: the policy forbids WebAssembly'],
    ['is-not-there', expect.stringMatching(/^Pyodide did not load: Cannot find module '.*is-not-there.js'/)],
  ])('makes the runtime absent, with the reason: %s', async (worker, absent: unknown) => {
    expect(await createRuntime(worker).probe()).toEqual({ absent });
  });

  test('leaves every sample untested, with the reason', async () => {
    const results = await runSamples([createProgram('a.py'), createProgram('b.py')], {
      runtimes: [createRuntime('throws')],
      jobs: 2,
      today: '2026-11-21',
      signal: never,
      onProgress: () => undefined,
    });
    expect(results.map(({ verdict }) => verdict)).toEqual(
      ['a', 'b'].map((sample) => ({
        sample,
        runtime: { name: 'pyodide' },
        sourceSha256: 'a'.repeat(64),
        outcome: 'untested',
        expected: 'pass',
        normalisers: ['slow-callbacks'],
        reason: 'Pyodide did not load: the interpreter is broken',
      })),
    );
  });

  test('is not waited for once the run is interrupted', async () => {
    const abort = new AbortController();
    const probed = createRuntime('never-ready').probe(abort.signal);
    abort.abort();
    expect(await probed).toEqual({ absent: 'interrupted' });
  });
});

describe('a worker that crashes in the middle of a program', () => {
  test.each([
    ['exit.py', 'the worker ended with code 3'],
    ['throw.py', 'out of order'],
  ])('fails it with the reason, and keeps its output: %s', async (main, reason) => {
    expect(await createRuntime('ready').run(createProgram(main), never)).toEqual({
      kind: 'crashed',
      reason,
      stdout: 'before\n',
      stderr: '',
    });
  });

  test('hides no other verdict', async () => {
    const programs = ['exit.py', 'fine.py', 'throw.py'].map((main) => createProgram(main));
    const told: string[] = [];
    const results = await runSamples(
      programs.map((program) => ({ ...program, golden: { stdout: 'before\n', stderr: '' } })),
      {
        runtimes: [createRuntime('ready')],
        jobs: 2,
        today: '2026-11-21',
        signal: never,
        onProgress: (done, total) => told.push(`${done}/${total}`),
      },
    );
    expect(results.map(({ verdict: { sample, outcome, reason } }) => ({ sample, outcome, reason }))).toEqual([
      { sample: 'exit', outcome: 'failed', reason: 'the worker ended with code 3' },
      { sample: 'fine', outcome: 'passed' },
      { sample: 'throw', outcome: 'failed', reason: 'out of order' },
    ]);
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });
});

describe('a program that says nothing more', () => {
  test('is stopped at its time', async () => {
    expect(await createRuntime('ready').run(createProgram('silent.py', 300), never)).toEqual({
      kind: 'timed-out',
      stdout: 'before\n',
      stderr: '',
    });
  });

  test('is ended when the run is interrupted, and no other one is started', async () => {
    const abort = new AbortController();
    const runtime = createRuntime('ready');
    await runtime.probe();
    const running = runtime.run(createProgram('silent.py'), abort.signal);
    abort.abort();
    await expect(running).rejects.toThrow('aborted');
    await expect(runtime.run(createProgram('silent.py'), abort.signal)).rejects.toThrow('aborted');
  });
});
