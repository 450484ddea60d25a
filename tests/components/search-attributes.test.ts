import { expect, test } from 'vitest';
import { renderSearchAttributes } from '#components/search-attributes.ts';

test('what is known of an entry stands in attributes, commas and all, and what is not is left out', () => {
  expect(
    renderSearchAttributes({
      collection: 'edges',
      kind: 'Sharp edge',
      status: { id: 'shipped', word: 'Shipped, experimental', shape: 'circle-full' },
      assessedOn: '2026-11-20',
    }),
  ).toEqual({
    'data-pagefind-body': '',
    'data-pagefind-weight': undefined,
    'data-pagefind-meta':
      'collection[data-collection], status[data-status], kind[data-kind], word[data-word], shape[data-shape], assessed[data-assessed]',
    'data-collection': 'edges',
    'data-status': 'shipped',
    'data-kind': 'Sharp edge',
    'data-word': 'Shipped, experimental',
    'data-shape': 'circle-full',
    'data-assessed': '2026-11-20',
  });
});

test('a page that is not searched has none', () => {
  expect(renderSearchAttributes(undefined)).toEqual({});
});
