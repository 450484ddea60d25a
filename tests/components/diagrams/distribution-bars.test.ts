import { expect, test } from 'vitest';
import { layOutBar } from '#components/diagrams/distribution-bars.ts';
import type { Distribution } from '#model/view/distribution.ts';

const distribution: Distribution = {
  collection: 'edges',
  title: 'Sharp edges',
  total: 40,
  states: [
    { status: 'shipped', state: { word: 'Shipped' } },
    { status: 'open', state: { word: 'Open' } },
    { status: 'pending', state: { word: 'Not yet assessed' } },
  ],
  days: [],
  description: '',
};

test('the pieces of a bar fill its width in proportion, and what is too narrow for its number has none', () => {
  expect(layOutBar(distribution, [1, 30, 9], 400)).toEqual([
    { status: 'shipped', x: 0, width: 10, count: 1, isLabelled: false },
    { status: 'open', x: 10, width: 300, count: 30, isLabelled: true },
    { status: 'pending', x: 310, width: 90, count: 9, isLabelled: true },
  ]);
});

test('what nothing has takes no place', () => {
  expect(layOutBar(distribution, [0, 40, 0], 400)).toEqual([
    { status: 'open', x: 0, width: 400, count: 40, isLabelled: true },
  ]);
});
