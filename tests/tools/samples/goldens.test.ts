import { expect, test } from 'vitest';
import { listGoldenChanges } from '#tools/samples/goldens.ts';
import { createExit, createResult, createSample, gap } from './results.ts';

const typeError = 'Traceback (most recent call last):\n  File "main.py", line 2, in <module>\nTypeError: no await\n';
const stdoutPath = '/content/samples/a-sample/expected.stdout';
const stderrPath = '/content/samples/a-sample/expected.stderr';

test('outputs that changed take the place of the recorded ones', () => {
  const raw = createExit({ stdout: 'new\n', stderr: 'noted\n' });
  const golden = { stdout: 'old\n', stderr: '' };
  expect(listGoldenChanges([createResult(raw, { golden }), createResult(raw, { golden }, 'cpython')])).toEqual([
    { path: stdoutPath, text: 'new\n' },
    { path: stderrPath, text: 'noted\n' },
  ]);
});

test('outputs that are as recorded change nothing', () => {
  const raw = createExit({ stdout: 'one\n', stderr: 'Executing <Task> took 0.3 seconds\n' });
  expect(listGoldenChanges([createResult(raw, { golden: { stdout: 'one\n', stderr: '' } })])).toEqual([]);
  expect(listGoldenChanges([])).toEqual([]);
});

test('what is written is normalised', () => {
  const sample = createSample({ normalise: ['trailing-space'] });
  expect(listGoldenChanges([createResult(createExit({ stdout: 'a \n' }), { sample })])).toEqual([
    { path: stdoutPath, text: 'a\n' },
  ]);
});

test('an output that is gone leaves a golden without text, which is removed', () => {
  const golden = { stdout: 'old\n', stderr: '' };
  expect(listGoldenChanges([createResult(createExit(), { golden })])).toEqual([{ path: stdoutPath, text: '' }]);
});

test('runtimes that disagree about an output leave it as it is', () => {
  const results = [
    createResult(createExit({ stdout: 'a\n', stderr: 'same\n' })),
    createResult(createExit({ stdout: 'b\n', stderr: 'same\n' }), {}, 'cpython'),
  ];
  expect(listGoldenChanges(results)).toEqual([{ path: stderrPath, text: 'same\n' }]);
});

test.each([
  ['ended with another code', createExit({ exit: 1, stdout: 'new\n' })],
  ['was cut', createExit({ stdout: 'new\n', truncated: true })],
  ['wrote bytes that are no UTF-8', createExit({ stdout: 'caf\uFFFD\n' })],
  ['was stopped', { kind: 'timed-out', stdout: 'new\n', stderr: '' } as const],
  ['was not run', { kind: 'absent', reason: 'no Python' } as const],
])('a run that %s changes nothing', (_name, raw) => {
  expect(listGoldenChanges([createResult(raw)])).toEqual([]);
});

test('one run that ended otherwise than declared keeps the others from writing', () => {
  const results = [
    createResult(createExit({ stdout: 'new\n' })),
    createResult(createExit({ exit: 1, stdout: 'new\n' }), {}, 'cpython'),
  ];
  expect(listGoldenChanges(results)).toEqual([]);
});

test('a run that fails as declared has its output recorded, and its traceback not', () => {
  const sample = createSample({ expect: gap });
  expect(
    listGoldenChanges([createResult(createExit({ exit: 1, stdout: 'new\n', stderr: typeError }), { sample })]),
  ).toEqual([{ path: stdoutPath, text: 'new\n' }]);
});

test('a run that fails with another exception than declared changes nothing', () => {
  const sample = createSample({ expect: gap });
  const stderr = typeError.replace('TypeError', 'KeyError');
  expect(listGoldenChanges([createResult(createExit({ exit: 1, stdout: 'new\n', stderr }), { sample })])).toEqual([]);
});

test('the answer of a probe is no golden', () => {
  const sample = createSample({ role: 'probe' });
  expect(listGoldenChanges([createResult(createExit({ stdout: 'yes\n' }), { sample })])).toEqual([]);
});
