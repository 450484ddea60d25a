import { expect, test } from 'vitest';
import { createProgress, renderProgress } from '#report/progress.ts';

test('progress says how much is done, how fast, how long it will take, and what came last', () => {
  expect(renderProgress(3, 10, 2000, 'a-sample')).toBe('3/10, 1.5/s, 5 s left, a-sample');
  expect(renderProgress(10, 10, 4000, 'a-sample')).toBe('10/10, 2.5/s, 0 s left, a-sample');
  expect(renderProgress(1, 3, 0, 'a-sample')).toBe('1/3, 0.0/s, a-sample');
  expect(renderProgress(0, 3, 1000, 'a-sample')).toBe('0/3, 0.0/s, a-sample');
});

test('progress is one line that is written over itself and cleared at the end', () => {
  const written: string[] = [];
  let nowMs = 1000;
  const progress = createProgress({ isTerminal: true, nowMs: () => nowMs, write: (text) => written.push(text) });
  nowMs = 2000;
  progress.tell(1, 2, 'a-sample');
  nowMs = 3000;
  progress.tell(2, 2, 'b-sample');
  progress.end();
  expect(written).toEqual([
    '\r\u001B[2K1/2, 1.0/s, 1 s left, a-sample',
    '\r\u001B[2K2/2, 1.0/s, 0 s left, b-sample',
    '\r\u001B[2K',
  ]);
});

test('progress is silent where nobody watches', () => {
  const written: string[] = [];
  const progress = createProgress({ isTerminal: false, nowMs: () => 0, write: (text) => written.push(text) });
  progress.tell(1, 2, 'a-sample');
  progress.end();
  expect(written).toEqual([]);
});
