import { describe, expect, test } from 'vitest';
import { judge, type Golden, type Judgement } from '#runner/judge.ts';
import type { RunResult } from '#runner/run-result.ts';
import { createExit, createSample, gap } from '../tools/samples/results.ts';

const nothing: Golden = { stdout: '', stderr: '' };
const traceback = (words: string) =>
  `Traceback (most recent call last):\n  File "main.py", line 2, in <module>\n    f()\n    ~^^\n${words}\n`;

function judgeIt(sample: Parameters<typeof createSample>[0], result: RunResult, golden = nothing): Judgement {
  return judge(createSample(sample), golden, result, 'main.py');
}

describe('a run that did not come to an end of its own', () => {
  test('is untested where the runtime is not there', () => {
    expect(judgeIt({}, { kind: 'absent', reason: 'no Python here' })).toEqual({
      outcome: 'untested',
      reason: 'no Python here',
    });
  });

  test('failed when it was stopped, with the time it had and the place it last told of', () => {
    expect(judgeIt({}, { kind: 'timed-out', stdout: 'a\n', stderr: '' })).toEqual({
      outcome: 'failed',
      reason: 'it was stopped after 700 ms',
    });
    expect(judgeIt({}, { kind: 'timed-out', stdout: '', stderr: traceback('KeyError: 1') })).toEqual({
      outcome: 'failed',
      reason: 'it was stopped after 700 ms',
      place: { file: 'main.py', line: 2, column: 1 },
      detail: traceback('KeyError: 1').trimEnd(),
    });
  });

  test('failed when it crashed, with the last twelve lines of its error output', () => {
    const stderr = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
    expect(judgeIt({}, { kind: 'crashed', reason: 'it was ended by SIGSEGV', stdout: '', stderr })).toEqual({
      outcome: 'failed',
      reason: 'it was ended by SIGSEGV',
      detail: stderr.split('\n').slice(8).join('\n'),
    });
  });
});

describe('a structural check', () => {
  test('passed without problems', () => {
    expect(judgeIt({}, { kind: 'checked', problems: [] })).toEqual({ outcome: 'passed' });
  });

  test('failed with the first problem, and lists all of them', () => {
    const problems = [
      { file: 'Main.cls', line: 3, column: 7, reason: 'Unexpected `{`', hint: 'close it' },
      { file: 'work.py', line: 1, column: 1, reason: 'Unexpected Python' },
    ];
    expect(judgeIt({}, { kind: 'checked', problems })).toEqual({
      outcome: 'failed',
      reason: 'Unexpected `{`',
      place: { file: 'Main.cls', line: 3, column: 7 },
      detail: 'Main.cls:3:7 Unexpected `{`\n  hint: close it\nwork.py:1:1 Unexpected Python',
    });
  });
});

describe('a run that is to succeed', () => {
  test('passed when exit code and both outputs are as recorded', () => {
    const golden = { stdout: 'one\n', stderr: 'two\n' };
    expect(judgeIt({}, createExit({ stdout: 'one\n', stderr: 'two\n' }), golden)).toEqual({
      outcome: 'passed',
      exit: 0,
      stderr: 'two\n',
    });
  });

  test('is compared after the declared normalisers, and only these', () => {
    const raw = createExit({ stdout: 'a \n', stderr: 'Executing <Task> took 0.300 seconds\n' });
    expect(judgeIt({ normalise: ['slow-callbacks', 'trailing-space'] }, raw, { stdout: 'a\n', stderr: '' })).toEqual({
      outcome: 'passed',
      exit: 0,
      stderr: '',
    });
    expect(judgeIt({ normalise: [] }, raw, { stdout: 'a \n', stderr: '' })).toEqual({
      outcome: 'failed',
      reason: 'its error output differs from expected.stderr',
      difference: { name: 'expected.stderr', expected: '', actual: 'Executing <Task> took 0.300 seconds\n' },
      exit: 0,
      stderr: 'Executing <Task> took 0.300 seconds\n',
    });
  });

  test('failed when its output differs, with the difference', () => {
    expect(judgeIt({}, createExit({ stdout: 'one\n2\n' }), { stdout: 'one\ntwo\n', stderr: '' })).toEqual({
      outcome: 'failed',
      reason: 'its output differs from expected.stdout',
      difference: { name: 'expected.stdout', expected: 'one\ntwo\n', actual: 'one\n2\n' },
      exit: 0,
      stderr: '',
    });
  });

  test('failed by its error output although it exits with 0', () => {
    const stderr = "main.py:4: RuntimeWarning: coroutine 'save' was never awaited\n";
    expect(judgeIt({}, createExit({ stderr }))).toEqual({
      outcome: 'failed',
      reason: 'its error output differs from expected.stderr',
      difference: { name: 'expected.stderr', expected: '', actual: stderr },
      exit: 0,
      stderr,
    });
  });

  test('failed with its exit code where no exception ended it', () => {
    expect(judgeIt({}, createExit({ exit: 3 }))).toEqual({
      outcome: 'failed',
      reason: 'it ended with exit code 3, expected 0',
      exit: 3,
      stderr: '',
    });
  });

  test('failed with the first line of the exception that ended it', () => {
    const stderr = traceback('ValueError: one\ntwo');
    expect(judgeIt({}, createExit({ exit: 1, stderr }))).toEqual({
      outcome: 'failed',
      reason: 'it ended with exit code 1 with ValueError: one, expected 0',
      place: { file: 'main.py', line: 2, column: 1 },
      detail: stderr.trimEnd(),
      exit: 1,
      stderr,
    });
    expect(judgeIt({}, createExit({ exit: 1, stderr: traceback('MemoryError') })).reason).toBe(
      'it ended with exit code 1 with MemoryError, expected 0',
    );
  });

  test('may have to exit with another code than 0', () => {
    expect(judgeIt({ expect: { outcome: 'pass', exit: 3 } }, createExit({ exit: 3 })).outcome).toBe('passed');
    expect(judgeIt({ expect: { outcome: 'pass', exit: 3 } }, createExit()).reason).toBe(
      'it ended with exit code 0, expected 3',
    );
  });

  test('has its place counted in the text of the file', () => {
    const result = createExit({ exit: 1, stderr: traceback('KeyError: 1') });
    expect(judge(createSample(), nothing, result, 'main.py', 'if True:\n    f()\n').place).toEqual({
      file: 'main.py',
      line: 2,
      column: 5,
    });
  });
});

describe('a run that is to fail', () => {
  test('passed when it fails in the declared way, whatever the rest of the traceback says', () => {
    const stderr = traceback('TypeError: there is no await here');
    expect(judgeIt({ expect: gap }, createExit({ exit: 1, stderr }))).toEqual({ outcome: 'passed', exit: 1, stderr });
  });

  test('failed when it succeeds, because the gap may have closed', () => {
    expect(judgeIt({ expect: gap }, createExit())).toEqual({
      outcome: 'failed',
      reason: 'it succeeded, and was expected to fail: the gap may have closed; assess a-gap, another-gap again',
      exit: 0,
      stderr: '',
    });
  });

  test('failed when it exits with another code', () => {
    expect(judgeIt({ expect: gap }, createExit({ exit: 2 })).reason).toBe('it ended with exit code 2, expected 1');
  });

  test.each([
    ['ValueError: no await', 'it failed with ValueError: no await, expected TypeError: no await'],
    ['TypeError: other', 'it failed with TypeError: other, expected TypeError: no await'],
    ['builtins.TypeError: no await', 'it failed with builtins.TypeError: no await, expected TypeError: no await'],
  ])('failed when it raises %s', (words, reason) => {
    expect(judgeIt({ expect: gap }, createExit({ exit: 1, stderr: traceback(words) })).reason).toBe(reason);
  });

  test('failed when it exits as declared without an exception', () => {
    expect(judgeIt({ expect: gap }, createExit({ exit: 1, stderr: 'words\n' }))).toEqual({
      outcome: 'failed',
      reason: 'it failed with no exception, expected TypeError: no await',
      detail: 'words',
      exit: 1,
      stderr: 'words\n',
    });
  });

  test('still has its output compared', () => {
    const raw = createExit({ exit: 1, stdout: 'late\n', stderr: traceback('TypeError: no await') });
    expect(judgeIt({ expect: gap }, raw).reason).toBe('its output differs from expected.stdout');
  });
});

describe('a probe', () => {
  test('passed with any answer, which is kept', () => {
    expect(judgeIt({ role: 'probe' }, createExit({ stdout: 'released: yes\n', stderr: 'noise\n' }))).toEqual({
      outcome: 'passed',
      answer: 'released: yes',
      exit: 0,
      stderr: 'noise\n',
    });
  });

  test('cannot tell when it could not ask, and says why', () => {
    expect(judgeIt({ role: 'probe' }, createExit({ exit: 2, stdout: 'one\nno driver here\n' }))).toEqual({
      outcome: 'cantTell',
      reason: 'the question could not be asked: no driver here',
      exit: 2,
      stderr: '',
    });
  });

  test('failed when it broke', () => {
    expect(judgeIt({ role: 'probe' }, createExit({ exit: 1 }))).toEqual({
      outcome: 'failed',
      reason: 'it ended with exit code 1, expected 0, or 2 when it could not ask',
      exit: 1,
      stderr: '',
    });
  });
});
