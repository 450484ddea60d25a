import { describe, expect, test } from 'vitest';
import { offlineSourceKinds, sourceKinds, sourceSchema } from '#schema/source.ts';
import { createSource } from '../model/entries.ts';

function isAccepted(overrides: Record<string, unknown>): boolean {
  return sourceSchema.safeParse({ ...createSource().data, ...overrides }).success;
}

test('the least that a source says is completed with what most sources have', () => {
  expect(sourceSchema.parse({ title: 'A', publisher: 'B', kind: 'talk', expect: {} })).toEqual({
    title: 'A',
    publisher: 'B',
    kind: 'talk',
    expect: {},
    language: 'en',
    fallbacks: [],
    replaces: [],
    draft: false,
  });
});

test('kinds that may go without a URL are kinds', () => {
  expect(sourceKinds).toEqual(expect.arrayContaining([...offlineSourceKinds]));
});

describe('the parts of a source are spelled one way', () => {
  test.each([
    ['language', ['en', 'pt-BR'], ['english', 'EN', 'pt-br', '']],
    ['expect', [{ lines: 'L10' }, { lines: 'L10-L20' }], [{ lines: '10' }, { lines: 'L10-20' }, { terms: [] }]],
    [
      'docset',
      [
        { product: 'iris', version: 'latest' },
        { product: 'iris', version: '20261' },
      ],
      [
        { product: 'iris', version: '2026.1' },
        { product: 'IRIS', version: 'latest' },
      ],
    ],
    ['retired', [{ reason: 'It moved.', use: 'other' }], [{ reason: 'It moved.' }, { use: 'other' }]],
  ])('%s', (key, accepted: unknown[], refused: unknown[]) => {
    expect(accepted.filter((value) => !isAccepted({ [key]: value }))).toEqual([]);
    expect(refused.filter((value) => isAccepted({ [key]: value }))).toEqual([]);
  });
});
