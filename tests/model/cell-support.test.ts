import { describe, expect, test } from 'vitest';
import { cellStatuses } from '#schema/need.ts';
import { bearsOut, listProofs, type CellProof } from '#model/cell-support.ts';
import type { Model } from '#model/model.ts';
import {
  createBackground,
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createGuide,
  createModel,
  createPattern,
  createPatternAssessment,
  createProposal,
  createQuestion,
  createSample,
  createVerdict,
} from './entries.ts';

/** The statuses of a cell that the one entry of a model bears out. */
function listBorneOut(model: Model, id: string): string[] {
  const [proof] = listProofs(model, [id]);
  if (proof === undefined) throw new Error(`there is no ${id}`);
  return cellStatuses.filter((status) => bearsOut(model, proof, status));
}

function judgeEdge(overrides: Parameters<typeof createGapAssessment>[0]): string[] {
  return listBorneOut(createModel({ edges: [createEdge({ assessments: [createGapAssessment(overrides)] })] }), 'edge');
}

function judgePattern(status: 'works' | 'works-with-limits' | 'retired' | 'unknown'): string[] {
  const pattern = createPattern({ assessments: [createPatternAssessment({ status })] });
  return listBorneOut(createModel({ patterns: [pattern] }), 'pattern');
}

describe('what an entry bears out', () => {
  test('goes by the status of an edge, and for a shipped one by its maturity', () => {
    expect(judgeEdge({ status: 'open' })).toEqual(['does-not-work', 'not-applicable']);
    expect(judgeEdge({ status: 'unknown' })).toEqual(['not-applicable']);
    const between = ['works-with-limits', 'does-not-work', 'not-applicable'];
    expect(judgeEdge({ status: 'partially-addressed' })).toEqual(between);
    expect(judgeEdge({ status: 'community-workaround' })).toEqual(between);
    expect(judgeEdge({ status: 'shipped', maturity: 'experimental' })).toEqual(['works-with-limits', 'not-applicable']);
    expect(judgeEdge({ status: 'shipped', maturity: 'production' })).toEqual([
      'works',
      'works-with-limits',
      'not-applicable',
    ]);
  });

  test('goes by the newest assessment, not by an older one', () => {
    const assessments = [
      createGapAssessment({ on: '2025-08-17', status: 'open' }),
      createGapAssessment({ on: '2026-11-20', status: 'shipped', maturity: 'production' }),
    ];
    const model = createModel({ proposals: [createProposal({ assessments })] });
    expect(listBorneOut(model, 'proposal')).toEqual(['works', 'works-with-limits', 'not-applicable']);
  });

  test('goes by the status of a pattern, which also says what it cannot do', () => {
    expect(judgePattern('works')).toEqual(['works', 'works-with-limits', 'does-not-work', 'not-applicable']);
    expect(judgePattern('works-with-limits')).toEqual(['works-with-limits', 'does-not-work', 'not-applicable']);
    expect(judgePattern('retired')).toEqual(['does-not-work', 'not-applicable']);
    expect(judgePattern('unknown')).toEqual(['not-applicable']);
  });

  test('goes by the verdict of a finding, which only bears out what does not work', () => {
    const judge = (verdict: 'holds' | 'too-strong') =>
      listBorneOut(createModel({ findings: [createFinding({ verdicts: [createVerdict({ verdict })] })] }), 'finding');
    expect(judge('holds')).toEqual(['does-not-work', 'not-applicable']);
    expect(judge('too-strong')).toEqual(['not-applicable']);
  });

  test('is every judgement but unknown for texts without a status', () => {
    const model = createModel({ guides: [createGuide()], background: [createBackground()] });
    const all = ['works', 'works-with-limits', 'does-not-work', 'not-applicable'];
    expect(listBorneOut(model, 'guide')).toEqual(all);
    expect(listBorneOut(model, 'background-entry')).toEqual(all);
  });

  test('is unknown for an open question, and every judgement for one that is settled', () => {
    const settled = { on: '2026-11-20', answer: 'It does.', evidence: [createEvidence()] };
    expect(listBorneOut(createModel({ questions: [createQuestion()] }), 'question')).toEqual([
      'unknown',
      'not-applicable',
    ]);
    expect(listBorneOut(createModel({ questions: [createQuestion({ settled })] }), 'question')).toEqual([
      'works',
      'works-with-limits',
      'does-not-work',
      'not-applicable',
    ]);
  });
});

describe('a sample bears out that something works', () => {
  const judge = (name: 'iris' | 'cpython', sourceSha256 = 'a'.repeat(64)) => {
    const verdict = {
      sample: 'sample',
      runtime: { name },
      outcome: 'passed' as const,
      expected: 'pass' as const,
      sourceSha256,
      normalisers: [],
    };
    const verdicts = { file: 'content/generated/sample-verdicts.json', data: [verdict] };
    return listBorneOut(createModel({ samples: [createSample()], verdicts }), 'sample');
  };

  test('once it has passed on IRIS', () => {
    expect(judge('iris')).toEqual(['works', 'works-with-limits', 'not-applicable']);
  });

  test('not when it has passed elsewhere, or before its source changed', () => {
    expect(judge('cpython')).toEqual(['not-applicable']);
    expect(judge('iris', 'b'.repeat(64))).toEqual(['not-applicable']);
  });
});

test('proofs are entries and samples in the order cited, without ids that name nothing', () => {
  const model = createModel({ edges: [createEdge()], samples: [createSample()] });
  const proofs: CellProof[] = listProofs(model, ['sample', 'no-such', 'edge']);
  expect(proofs.map(({ collection, id }) => `${collection}/${id}`)).toEqual(['samples/sample', 'edges/edge']);
});
