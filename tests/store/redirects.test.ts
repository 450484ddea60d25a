import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRedirects } from '#store/redirects.ts';
import { createTree } from './trees.ts';

test('without a file nothing is redirected', () => {
  const folder = createTree({});
  expect(readRedirects(folder)).toEqual({ file: `${folder}/redirects.yaml`, data: [] });
});

test('a list is read, and one that does not fit its schema is known to be broken', () => {
  const item = '{ from: edges/old, to: edges/new, on: 2026-11-20, reason: It was renamed. }';
  const folder = createTree({
    'good/redirects.yaml': `redirects:\n  - ${item}\n`,
    'bad/redirects.yaml': 'redirects: 1\n',
  });
  expect(readRedirects(join(folder, 'good')).data).toEqual([
    { from: 'edges/old', to: 'edges/new', on: '2026-11-20', reason: 'It was renamed.' },
  ]);
  expect(readRedirects(join(folder, 'bad'))).toMatchObject({ data: [], isBroken: true });
});
