import { describe, expect, test } from 'vitest';
import { renderDetail } from '#tools/samples/detail.ts';

const renderDifference = (expected: string, actual: string) =>
  renderDetail({ outcome: 'failed', difference: { name: 'expected.stdout', expected, actual } });

describe('a difference', () => {
  test('is shown with two lines around it', () => {
    const lines = ['1', '2', '3', '4', '5', '6', '7', '8', ''];
    expect(renderDifference(lines.join('\n'), lines.with(4, 'five').join('\n'))).toBe(
      '--- expected.stdout\n+++ this run\n@@ -3,5 +3,5 @@\n 3\n 4\n-5\n+five\n 6\n 7',
    );
  });

  test('tells a missing line feed at the end', () => {
    expect(renderDifference('a\n', 'a')).toBe(
      '--- expected.stdout\n+++ this run\n@@ -1,1 +1,1 @@\n-a\n+a\n\\ No newline at end of file',
    );
  });
});

test('without a difference the detail stands as it is', () => {
  expect(renderDetail({ outcome: 'failed', detail: 'the last lines' })).toBe('the last lines');
  expect(renderDetail({ outcome: 'passed' })).toBe(undefined);
});
