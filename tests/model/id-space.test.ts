import { expect, test } from 'vitest';
import { collectionNames } from '#schema/collections.ts';
import { nameIdSpace } from '#model/id-space.ts';

test('samples and all that makes claims share one space of ids, and each other collection has its own', () => {
  const shared = collectionNames.filter((name) => nameIdSpace(name) === 'entries');
  expect(shared).toEqual([
    'patterns',
    'edges',
    'proposals',
    'findings',
    'guides',
    'background',
    'questions',
    'samples',
  ]);
  const others = collectionNames.filter((name) => !shared.includes(name));
  expect(others.map(nameIdSpace)).toEqual(others);
});
