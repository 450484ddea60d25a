import { judgeRun, type Job, type Result } from '#tools/samples/run.ts';
import type { RunResult } from '#runner/run-result.ts';
import { sampleSchema, type RuntimeName, type Sample } from '#schema/sample.ts';

/** A sample record that is valid. */
export function createSample(overrides: Partial<Record<keyof Sample, unknown>> = {}): Sample {
  return sampleSchema.parse({
    title: 'A sample',
    summary: 'It does a thing.',
    language: 'python',
    role: 'recipe',
    illustrates: ['a-gap', 'another-gap'],
    runtimes: { pyodide: true, cpython: { min: '3.11' }, parse: { skip: 'Python' }, iris: { skip: 'No server' } },
    expect: { outcome: 'pass', exit: 0 },
    timeoutMs: 700,
    reviewedOn: '2026-11-20',
    ...overrides,
  });
}

export const gap = {
  outcome: 'fail',
  exit: 1,
  raises: { type: 'TypeError', message: 'no await' },
  reason: 'It shows a gap.',
};

/** A run that ended by itself. */
export function createExit(overrides: Partial<Extract<RunResult, { kind: 'exited' }>> = {}): RunResult {
  return { kind: 'exited', exit: 0, stdout: '', stderr: '', truncated: false, ...overrides };
}

export function createJob(overrides: Partial<Job> = {}): Job {
  return {
    id: 'a-sample',
    sample: createSample(),
    directory: '/content/samples/a-sample',
    files: { 'main.py': 'print(1)\n' },
    main: 'main.py',
    golden: { stdout: '', stderr: '' },
    sha256: 'a'.repeat(64),
    file: 'content/samples/a-sample/main.py',
    ...overrides,
  };
}

/** The result of a run, judged as the command judges it. */
export function createResult(raw: RunResult, job: Partial<Job> = {}, runtime: RuntimeName = 'pyodide'): Result {
  return judgeRun(createJob(job), runtime, { version: '1.2.3', host: 'Node' }, raw, '2026-11-21');
}
