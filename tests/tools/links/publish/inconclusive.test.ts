import { expect, test } from 'vitest';
import { countInconclusive, type RunArtifact } from '#tools/links/publish/inconclusive.ts';

/** Artifacts of runs a day apart, the first of them the oldest. */
function createArtifacts(names: readonly string[], overrides: Partial<RunArtifact> = {}): RunArtifact[] {
  return names.map((name, index) => ({
    name,
    createdAt: `2026-11-${String(index + 1).padStart(2, '0')}T04:50:00Z`,
    branch: 'main',
    isOfFork: false,
    ...overrides,
  }));
}

const good = 'observations';
const bad = 'observations-inconclusive';

test.each([
  ['nothing has run', [], 0],
  ['the newest run was conclusive', [bad, bad, good], 0],
  ['it was not', [good, bad], 1],
  ['none ever was', [bad, bad, bad], 3],
  ['other artifacts lie between', [good, bad, 'github-pages', bad, 'observations-of-birds'], 2],
])('the runs in a row are counted back from the newest: %s', (_name, names, count) => {
  expect(countInconclusive(createArtifacts(names), 'main')).toBe(count);
  expect(countInconclusive(createArtifacts(names).reverse(), 'main')).toBe(count);
});

test('runs on other branches and of forks count for nothing, whatever their branch is called', () => {
  const ours = createArtifacts([good, bad]);
  const [, , later] = createArtifacts([good, bad, bad]);
  for (const stranger of [
    { ...later, branch: 'experiment' },
    { ...later, isOfFork: true },
    { ...later, isOfFork: true, name: good },
  ]) {
    expect(countInconclusive([...ours, stranger as RunArtifact], 'main')).toBe(1);
  }
});
