import { expect, test } from 'vitest';
import { derivePageDates } from '#model/view/page-dates.ts';
import { createEdge, createGapAssessment, createGuide, createModel, createQuestion, createReview } from '../entries.ts';

test('an entry has the day of its newest judgement, an index and the home page the newest of theirs', () => {
  const model = createModel({
    edges: [
      createEdge({
        assessments: [createGapAssessment({ on: '2025-08-17' }), createGapAssessment({ on: '2026-03-01' })],
      }),
      createEdge({ id: 'older', assessments: [createGapAssessment({ on: '2026-02-01' })] }),
      createEdge({ id: 'draft', draft: true, assessments: [createGapAssessment({ on: '2026-11-01' })] }),
    ],
    guides: [createGuide({ assessments: [createReview({ on: '2026-04-01' })] })],
    questions: [createQuestion()],
  });
  expect(Object.fromEntries(derivePageDates(model))).toEqual({
    '/': '2026-04-01',
    '/edges/': '2026-03-01',
    '/edges/edge/': '2026-03-01',
    '/edges/older/': '2026-02-01',
    '/guides/': '2026-04-01',
    '/guides/guide/': '2026-04-01',
  });
});
