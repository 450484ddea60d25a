import { expect, test } from 'vitest';
import { listCitedPages } from '#model/link-health.ts';
import { createContent, createSource } from './entries.ts';

test('cited pages are the sources in use that have an address', () => {
  const { entries } = createContent({
    sources: [
      createSource({ id: 'retired', retired: { reason: 'It moved.', use: 'manual' } }),
      createSource({ id: 'report', url: undefined }),
      createSource(),
    ],
  });
  expect(listCitedPages(entries).map(({ id }) => id)).toEqual(['manual']);
});
