import { expect, test } from 'vitest';
import { isOverdue, listReviews, listUndated } from '#model/reviews.ts';
import {
  createEdge,
  createEvidence,
  createGapAssessment,
  createGuide,
  createModel,
  createPattern,
  createQuestion,
} from './entries.ts';

function createEdgeJudgedOn(id: string, on: string) {
  return createEdge({ id, assessments: [createGapAssessment({ on })] });
}

test('reviews stand in the order of the days they are due, and on one day in that of their paths', () => {
  const model = createModel({
    edges: [createEdgeJudgedOn('b', '2026-11-20'), createEdgeJudgedOn('a', '2026-11-20')],
    guides: [createGuide({ id: 'c' })],
    patterns: [createPattern({ id: 'later', draft: false })],
    questions: [createQuestion()],
  });
  const old = createModel({
    edges: [createEdgeJudgedOn('new', '2026-11-20'), createEdgeJudgedOn('old', '2025-01-01')],
  });
  expect(listReviews(model).map(({ entry, dueOn }) => `${dueOn} ${entry.collection}/${entry.id}`)).toEqual([
    '2027-05-19 edges/a',
    '2027-05-19 edges/b',
    '2027-05-19 guides/c',
    '2027-05-19 patterns/later',
  ]);
  expect(listReviews(old).map(({ entry, daysLeft }) => [entry.id, daysLeft])).toEqual([
    ['old', -509],
    ['new', 179],
  ]);
});

test('a review is overdue the day after it was due, and not on the day', () => {
  const overdueOn = (asOf: string) => listReviews(createModel({ edges: [createEdge()] }, asOf)).map(isOverdue);
  expect(overdueOn('2027-05-19')).toEqual([false]);
  expect(overdueOn('2027-05-20')).toEqual([true]);
});

test('only the newest judgement has a review, and drafts have none', () => {
  const model = createModel({
    edges: [
      createEdge({
        assessments: [createGapAssessment({ on: '2025-01-01' }), createGapAssessment({ on: '2026-11-01' })],
      }),
      createEdge({ id: 'draft', draft: true }),
    ],
  });
  expect(listReviews(model).map(({ entry, judgement }) => `${entry.id} ${judgement.on}`)).toEqual(['edge 2026-11-01']);
});

test('what rests on documents that are not public has no day, and is listed apart', () => {
  const internal = [createGapAssessment({ evidence: [createEvidence({ kind: 'internal-report' })] })];
  const model = createModel({
    edges: [createEdge({ id: 'internal', assessments: internal }), createEdge({ id: 'public' })],
    questions: [createQuestion()],
  });
  expect(listReviews(model).map(({ entry }) => entry.id)).toEqual(['public']);
  expect(listUndated(model).map(({ id }) => id)).toEqual(['internal']);
});
