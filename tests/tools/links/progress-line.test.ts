import { expect, test } from 'vitest';
import { renderProgressLine } from '#tools/links/progress-line.ts';

const base = { done: 12, total: 104, ratePerS: 1.52, leftMs: 61_200 };

test('a line says how much is done, how fast, how long the rest takes, and which hosts it waits for', () => {
  const waits = [
    { bucket: 'docs.example.org', left: 30, waitMs: 900 },
    { bucket: 'github.com', left: 27, waitMs: 400 },
    { bucket: 'other.example', left: 1, waitMs: 100 },
  ];
  expect(renderProgressLine({ ...base, waits })).toBe(
    '12/104, 1.5/s, 62 s left; waiting for docs.example.org (30 left), github.com (27 left)',
  );
});

test('a run that waits for nobody says no more', () => {
  expect(renderProgressLine({ ...base, waits: [] })).toBe('12/104, 1.5/s, 62 s left');
});
