import { expect, test } from 'vitest';
import { deriveDistribution } from '#model/view/distribution.ts';
import { createEdge, createGapAssessment, createGuide, createModel, createReview } from '../entries.ts';

test('the distribution counts every entry on each day its collection was judged, best first', () => {
  const model = createModel({
    edges: [
      createEdge({
        id: 'a',
        assessments: [
          createGapAssessment({ on: '2025-01-01', status: 'open' }),
          createGapAssessment({ on: '2026-01-01', status: 'shipped', maturity: 'experimental' }),
        ],
      }),
      createEdge({ id: 'b', assessments: [createGapAssessment({ on: '2025-06-01', status: 'open' })] }),
    ],
    guides: [createGuide({ assessments: [createReview({ on: '2024-01-01' })] })],
  });
  const { title, total, states, days, description } = deriveDistribution(model, 'edges');
  expect([title, total]).toEqual(['Sharp edges', 2]);
  expect(states.map(({ status, state }) => `${status}: ${state.word}`)).toEqual([
    'shipped: Shipped',
    'open: Open',
    'pending: Not yet assessed',
  ]);
  expect(days).toEqual([
    { on: '2025-01-01', counts: [0, 1, 1] },
    { on: '2025-06-01', counts: [0, 2, 0] },
    { on: '2026-01-01', counts: [1, 1, 0] },
  ]);
  expect(description).toBe(
    'On 2025-01-01: 1 open, 1 not yet assessed. On 2025-06-01: 2 open. On 2026-01-01: 1 shipped, 1 open.',
  );
});

test('the distribution of nothing has no days', () => {
  expect(deriveDistribution(createModel(), 'proposals')).toMatchObject({ total: 0, states: [], days: [] });
});
