import { describe, expect, test } from 'vitest';
import { deriveSamplesPage } from '#model/view/samples-page.ts';
import { createEdge, createModel, createPattern, createSample } from '../entries.ts';

describe('the list of samples', () => {
  const model = createModel({
    edges: [createEdge({ id: 'gap-b', title: 'Gap B' }), createEdge({ id: 'gap-a', title: 'Gap A' })],
    patterns: [createPattern({ id: 'way', title: 'A way' })],
    samples: [
      createSample({ id: 'one', role: 'recipe', illustrates: ['gap-b', 'way'] }),
      createSample({ id: 'two', role: 'prototype', illustrates: ['gap-a', 'gap-b', 'not-there'] }),
    ],
  });
  const page = deriveSamplesPage(model);

  test('groups them by their roles and leaves out roles that have none', () => {
    expect(page.groups.map(({ title, rows }) => [title, rows.map(({ figure }) => figure.id)])).toEqual([
      ['Prototypes of the proposals', ['two']],
      ['Recipes', ['one']],
    ]);
  });

  test('is filtered by the entries that some sample illustrates, by kind and title', () => {
    expect(page.filters.illustrates).toEqual([
      {
        kind: 'Sharp edge',
        entries: [
          { id: 'gap-a', title: 'Gap A' },
          { id: 'gap-b', title: 'Gap B' },
        ],
      },
      { kind: 'Pattern', entries: [{ id: 'way', title: 'A way' }] },
    ]);
  });

  test('is filtered by the outcomes that there are, in runtimes that a sample is for', () => {
    expect(page.filters.outcomes).toEqual([{ outcome: 'untested', word: 'Untested' }]);
    expect(page.groups.flatMap(({ rows }) => rows.map(({ outcomes }) => outcomes))).toEqual([
      ['untested'],
      ['untested'],
    ]);
  });
});
