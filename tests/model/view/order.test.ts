import { expect, test } from 'vitest';
import { listInOrder } from '#model/view/order.ts';
import { createEdge, createGuide, createModel, createSource } from '../entries.ts';

const origin = (item: string) => ({ document: 'analysis', section: 'A', item });

test('edges go as the analysis numbers them, those without a number last, and by id where that is the same', () => {
  const edges = [
    createEdge({ id: 'added', origin: origin('Added later') }),
    createEdge({ id: 'ten', origin: origin('10') }),
    createEdge({ id: 'two-b', origin: origin('2') }),
    createEdge({ id: 'two-a', origin: origin('2, second half') }),
    createEdge({ id: 'also-added', origin: origin('None') }),
  ];
  expect(listInOrder(createModel({ edges }), 'edges').map(({ id }) => id)).toEqual([
    'two-a',
    'two-b',
    'ten',
    'added',
    'also-added',
  ]);
});

test('guides go by their order, and sources by their ids', () => {
  const model = createModel({
    guides: [createGuide({ id: 'a', order: 2 }), createGuide({ id: 'b', order: 1 })],
    sources: [createSource({ id: 'b' }), createSource({ id: 'a' })],
  });
  expect(listInOrder(model, 'guides').map(({ id }) => id)).toEqual(['b', 'a']);
  expect(listInOrder(model, 'sources').map(({ id }) => id)).toEqual(['a', 'b']);
});
