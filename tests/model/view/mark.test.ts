import { expect, test } from 'vitest';
import { findingVerdicts, gapStatuses, patternStatuses } from '#schema/assessment.ts';
import type { Judgement } from '#model/judgements.ts';
import { deriveMark } from '#model/view/mark.ts';

function judge(status?: string, maturity?: Judgement['maturity']): Judgement {
  return {
    on: '2026-11-20',
    summary: 'A summary.',
    evidence: [],
    path: [],
    ...(status && { status }),
    ...(maturity && { maturity }),
  };
}

test('a status reads and looks the same wherever it stands', () => {
  const rows = [
    ...gapStatuses.map((word) => deriveMark('edges', judge(word))),
    ...patternStatuses.map((word) => deriveMark('patterns', judge(word))),
    ...findingVerdicts.map((word) => deriveMark('findings', judge(word))),
  ].map((mark) => `${mark?.word ?? ''}: ${mark?.shape ?? ''}`);
  expect(rows).toEqual([
    'Open: circle-empty',
    'Worked round: diamond',
    'Partly addressed: circle-half',
    'Shipped: circle-full',
    'Unknown: question',
    'Retired: cross',
    'Works with limits: circle-half',
    'Works: circle-full',
    'Unknown: question',
    'Claimed: square-empty',
    'Unverifiable: question',
    'Outdated: square-struck',
    'Too strong: square-half',
    'Holds: square-full',
  ]);
});

test('a shipped answer says how mature it is', () => {
  expect(deriveMark('proposals', judge('shipped', 'production'))).toEqual({
    word: 'Shipped, production',
    shape: 'circle-full',
    meaning: 'The vendor supports it for production use.',
  });
});

test('there is no mark without a judgement, without a status, or with a word of another collection', () => {
  expect(deriveMark('edges', undefined)).toBeUndefined();
  expect(deriveMark('guides', judge())).toBeUndefined();
  expect(deriveMark('edges', judge('works'))).toBeUndefined();
  expect(deriveMark('patterns', judge('open'))).toBeUndefined();
  expect(deriveMark('questions', judge('open'))).toBeUndefined();
});
