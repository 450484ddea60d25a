import { expect, test } from 'vitest';
import { apiCollectionNames } from '#schema/api/collections.ts';
import { collectionNames } from '#schema/collections.ts';

test('the API has every collection but the parts of the matrix, which is one document', () => {
  const published: readonly string[] = apiCollectionNames;
  expect(collectionNames.filter((name) => !published.includes(name))).toEqual(['needs', 'routes']);
});
