import { expect, test } from 'vitest';
import { listRedirectPages } from '#model/view/redirect-pages.ts';
import { createEdge, createModel, createRedirects } from '../entries.ts';

test('an entry that is gone has a page where it was, which names what took its place', () => {
  const redirects = createRedirects(['edges/old', 'edges/edge'], ['patterns/gone', '/gotchas/']);
  const model = createModel({ edges: [createEdge({ title: 'The gap' })], redirects });
  expect(listRedirectPages(model)).toEqual([
    {
      path: '/edges/old/',
      from: 'edges/old',
      target: { path: '/edges/edge/', title: 'The gap' },
      on: '2026-11-20',
      reason: 'A reason.',
    },
    {
      path: '/patterns/gone/',
      from: 'patterns/gone',
      target: { path: '/gotchas/', title: '/gotchas/' },
      on: '2026-11-20',
      reason: 'A reason.',
    },
  ]);
});
