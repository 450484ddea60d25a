import { expect, test } from 'vitest';
import { deriveGotchas } from '#model/view/gotchas-page.ts';
import { createEdge, createModel, createPattern, createSource } from '../entries.ts';

test('warnings come from the edges that have one, in their order, with what to do instead', () => {
  const origin = (item: string) => ({ document: 'analysis', section: 'A', item });
  const model = createModel({
    edges: [
      createEdge({ id: 'second', origin: origin('2'), gotcha: 'Mind this.' }),
      createEdge({ id: 'silent', origin: origin('3') }),
      createEdge({
        id: 'first',
        origin: origin('1'),
        severity: 'blocker',
        gotcha: 'Mind that.',
        workarounds: ['pattern', 'no-such'],
        docs: ['manual'],
      }),
    ],
    patterns: [createPattern()],
    sources: [createSource()],
  });
  const gotchas = deriveGotchas(model);
  expect(gotchas.map(({ id, warning, severity }) => [id, warning, severity])).toEqual([
    ['first', 'Mind that.', 'Blocker'],
    ['second', 'Mind this.', 'Major'],
  ]);
  expect(gotchas[0]?.edge.path).toBe('/edges/first/');
  expect(gotchas[0]?.instead.map(({ path }) => path)).toEqual(['/patterns/pattern/']);
  expect(gotchas[0]?.docs.map(({ path }) => path)).toEqual(['/sources/manual/']);
});
