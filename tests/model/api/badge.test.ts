import { expect, test } from 'vitest';
import { badgeSchema } from '#schema/api/badge.ts';
import { deriveBadge } from '#model/api/badge.ts';
import type { ClaimEntry } from '#model/content.ts';
import {
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createGuide,
  createModel,
  createPattern,
  createQuestion,
  createSource,
} from '../entries.ts';

const grey = '5f6368';
const unread = [createSource()];
const read = [createSource({ accessedOn: '2026-11-20' })];

function render(entry: ClaimEntry, sources = unread, asOf = '2026-11-21') {
  const badge = deriveBadge(createModel({ [entry.collection]: [entry], sources }, asOf), entry);
  expect(badgeSchema.parse(badge)).toEqual(badge);
  const { label, message, color } = badge;
  return [label, message, color];
}

test('a verified judgement has the colour of its status', () => {
  expect(render(createEdge(), read)).toEqual(['sharp edge', 'open, verified, 2026-11-20', 'b3261e']);
  const shipped = createGapAssessment({ status: 'shipped', maturity: 'experimental' });
  expect(render(createEdge({ assessments: [shipped] }), read)).toEqual([
    'sharp edge',
    'shipped, experimental, verified, 2026-11-20',
    '2e7d32',
  ]);
  expect(render(createFinding(), read)).toEqual(['finding', 'holds, verified, 2026-11-20', '2e7d32']);
});

test.each([
  ['nobody has read its evidence', createPattern(), unread, '2026-11-21', 'works, unverified, 2026-11-20'],
  ['it is older than its evidence lives', createPattern(), read, '2027-12-31', 'works, stale, 2026-11-20'],
  [
    'nobody outside can check it',
    createEdge({ assessments: [createGapAssessment({ evidence: [createEvidence({ kind: 'internal-report' })] })] }),
    read,
    '2026-11-21',
    'open, not publicly checkable, 2026-11-20',
  ],
])('a badge is grey when %s', (_, entry, sources, asOf, message) => {
  expect(render(entry, sources, asOf).slice(1)).toEqual([message, grey]);
});

test('what is unknown is grey even when it is verified', () => {
  const unknown = createGapAssessment({ status: 'unknown' });
  expect(render(createEdge({ assessments: [unknown] }), read).slice(1)).toEqual([
    'unknown, verified, 2026-11-20',
    grey,
  ]);
});

test('a text without a status says how far it was verified, and a question whether it is settled', () => {
  expect(render(createGuide(), read)).toEqual(['guide', 'verified, 2026-11-20', grey]);
  expect(render(createQuestion())).toEqual(['open question', 'not settled', grey]);
  const settled = { on: '2026-11-20', answer: 'Yes.', evidence: [createEvidence()] };
  expect(render(createQuestion({ settled }))).toEqual(['open question', 'settled, unverified, 2026-11-20', grey]);
});
