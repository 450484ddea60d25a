import { describe, expect, test } from 'vitest';
import { describeFailure, describeRun, describeStage } from '#runner/browser/phrases.ts';
import type { PageRun, Stage } from '#runner/browser/run.ts';
import type { RunResult } from '#runner/run-result.ts';

describe('what a run is doing', () => {
  test.each<[Stage, string]>([
    [{ name: 'loading', share: 0 }, 'Loading Python, 6.4 MB'],
    [{ name: 'loading', share: 0.5 }, 'Loading Python, 6.4 MB'],
    [{ name: 'starting' }, 'Starting Python'],
    [{ name: 'running' }, 'Running'],
  ])('%o is "%s"', (stage, words) => {
    expect(describeStage(stage)).toBe(words);
  });
});

describe('what a run came to', () => {
  const text = { stdout: '', stderr: '' };
  const exited: RunResult = { kind: 'exited', exit: 0, truncated: false, ...text };
  const createRun = (result: RunResult, judgement: PageRun['judgement']): PageRun => ({
    result,
    judgement,
    python: '3.14.2',
    limitMs: 30_000,
  });

  test.each<[claim: string, run: PageRun, words: string, isAsRecorded: boolean]>([
    ['what was recorded', createRun(exited, { outcome: 'passed' }), 'Finished: same output as CI', true],
    [
      'something else',
      createRun(exited, { outcome: 'failed', reason: 'its output differs from expected.stdout' }),
      'Finished: differs from CI',
      false,
    ],
    ['no answer', createRun(exited, { outcome: 'cantTell' }), 'Finished: differs from CI', false],
    [
      'its limit',
      createRun({ kind: 'timed-out', ...text }, { outcome: 'failed', reason: 'it was stopped after 30000 ms' }),
      'Stopped after 30 s',
      false,
    ],
    [
      'a crash',
      createRun({ kind: 'crashed', reason: 'it wrote more than 64 kB', ...text }, { outcome: 'failed' }),
      'Stopped: it wrote more than 64 kB',
      false,
    ],
    ['nothing', createRun({ kind: 'absent', reason: 'no Python' }, { outcome: 'untested' }), 'Not run', false],
    ['a check', createRun({ kind: 'checked', problems: [] }, { outcome: 'failed' }), 'Not run', false],
  ])('%s', (_claim, run, words, isAsRecorded) => {
    expect(describeRun(run)).toEqual({ words, isAsRecorded });
  });

  test('the limit is the one that the run had', () => {
    const run = createRun({ kind: 'timed-out', ...text }, { outcome: 'failed' });
    expect(describeRun({ ...run, limitMs: 120_000 }).words).toBe('Stopped after 120 s');
  });
});

describe('why a run did not come about', () => {
  test.each([
    [new Error('the site cannot be reached'), 'Failed: the site cannot be reached. Run tries again'],
    [new Error('The type is wrong.'), 'Failed: The type is wrong. Run tries again'],
    ['no reason', 'Failed: no reason. Run tries again'],
  ])('%s', (error, words) => {
    expect(describeFailure(error)).toBe(words);
  });
});
