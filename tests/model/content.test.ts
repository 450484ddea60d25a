import { expect, test } from 'vitest';
import { isClaimEntry, isDraft, listClaimEntries, listEntries } from '#model/content.ts';
import { createContent, createEdge, createPattern, createRulePage, createSample, createSource } from './entries.ts';

const content = createContent({
  rules: [createRulePage()],
  sources: [createSource()],
  samples: [createSample()],
  edges: [createEdge()],
  patterns: [createPattern()],
});

test('all entries are listed, collection by collection, whatever the order they were given in', () => {
  expect(listEntries(content).map(({ id }) => id)).toEqual(['pattern', 'edge', 'sample', 'manual', 'bad-id']);
});

test('samples, sources and rules make no claims', () => {
  expect(listClaimEntries(content.entries).map(({ id }) => id)).toEqual(['pattern', 'edge']);
  expect(listEntries(content).filter(isClaimEntry)).toEqual(listClaimEntries(content.entries));
});

test('entries and sources may be drafts, and rules may not', () => {
  expect(isDraft(createEdge())).toBe(false);
  expect(isDraft(createEdge({ draft: true }))).toBe(true);
  expect(isDraft(createSource({ draft: true }))).toBe(true);
  expect(isDraft(createRulePage())).toBe(false);
});
