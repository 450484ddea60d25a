import { expect, test } from 'vitest';
import { deriveDifference } from '#model/difference/difference.ts';
import { listStatements } from '#model/difference/statements.ts';
import type { Snapshot } from '#schema/snapshot.ts';
import { createSnapshot } from './snapshots.ts';

/** Statements as text: `# heading`, and a line each. */
function renderLines(before: Snapshot, after: Snapshot): string[] {
  return listStatements(deriveDifference(before, after)).flatMap(({ heading, statements }) => [
    `# ${heading}`,
    ...statements.map((parts) => parts.map((part) => (typeof part === 'string' ? part : part.value)).join('')),
  ]);
}

test('each difference is a line, what readers look for first', () => {
  const counts = createSnapshot().counts;
  const before = createSnapshot({
    entries: {
      'edges/a': {
        title: 'A',
        status: 'open',
        evidence: { supports: { 'vendor-doc': 1 } },
        facts: { severity: 'major' },
        relations: { workarounds: ['patterns/a', 'patterns/b'] },
        sources: ['one'],
      },
      'edges/gone': { title: 'Gone' },
      'edges/merged': { title: 'Merged' },
      'edges/old': { title: 'Old' },
      'samples/s': { title: 'S', verdicts: { pyodide: 'passed' } },
    },
    events: [{ on: '2025-08-17', entry: 'edges/a', kind: 'added', to: 'open' }],
  });
  const after = createSnapshot({
    dataAsOf: '2026-11-21',
    counts: { ...counts, statuses: { edges: { shipped: 1 } } },
    redirects: { 'edges/merged': 'edges/a', 'edges/old': 'edges/renamed' },
    entries: {
      'edges/a': {
        title: 'A',
        status: 'shipped',
        maturity: 'experimental',
        evidence: { supports: { 'vendor-doc': 2, 'sample-run': 1 } },
        facts: { severity: 'minor' },
        relations: { workarounds: ['patterns/c', 'patterns/b'] },
        sources: ['one', 'two'],
      },
      'edges/renamed': { title: 'Old' },
      'patterns/new': { title: 'New' },
      'samples/s': { title: 'S', verdicts: { pyodide: 'failed' } },
    },
    events: [{ on: '2026-11-21', entry: 'edges/a', kind: 'improved', from: 'open', to: 'shipped, experimental' }],
  });
  expect(renderLines(before, after)).toEqual([
    '# Entries',
    'removed edges/gone (Gone), without a redirect',
    'removed edges/merged (Merged), redirected to edges/a',
    'renamed edges/old → edges/renamed (Old)',
    'added patterns/new (New)',
    '# Changes',
    'status of a: open → shipped',
    'maturity of a: none → experimental',
    'evidence (supports, sample-run) of a: none → 1',
    'evidence (supports, vendor-doc) of a: 1 → 2',
    'severity of a: major → minor',
    'workarounds of a: added patterns/c; removed patterns/a',
    'sources of a: added two',
    'verdicts (pyodide) of samples/s: passed → failed',
    '# The whole',
    'statuses (edges, shipped): none → 1',
    'dataAsOf: 2026-11-20 → 2026-11-21',
    'redirects (edges/merged): none → edges/a',
    'redirects (edges/old): none → edges/renamed',
    '# History',
    '2026-11-21 improved a (open → shipped, experimental)',
    'no longer 2025-08-17 added a (open)',
  ]);
});

test('nothing is said of what is the same', () => {
  expect(renderLines(createSnapshot(), createSnapshot())).toEqual([]);
});

test('an entry that comes back says where its name led to', () => {
  const before = createSnapshot({ redirects: { 'edges/a': 'patterns/a' } });
  const after = createSnapshot({ entries: { 'edges/a': { title: 'A' } } });
  expect(renderLines(before, after)).toEqual([
    '# Entries',
    'added edges/a (A), which was redirected to patterns/a',
    '# The whole',
    'redirects (edges/a): patterns/a → none',
  ]);
});
