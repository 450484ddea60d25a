import { array, assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveCurrent, listJudgements } from '#model/judgements.ts';
import { days } from './arbitraries.ts';
import {
  createBackground,
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createGuide,
  createPattern,
  createPatternAssessment,
  createProposal,
  createQuestion,
  createVerdict,
} from './entries.ts';

const evidence = [createEvidence()];

describe('the judgements of an entry', () => {
  test('of an edge or a proposal carry status, maturity, what remains and the version', () => {
    const assessments = [
      createGapAssessment({
        status: 'shipped',
        maturity: 'experimental',
        remaining: 'A rest.',
        correction: 'A correction.',
        disputed: 'A dispute.',
        target: { iris: '2026.1' },
      }),
    ];
    const expected = [
      {
        on: '2026-11-20',
        status: 'shipped',
        maturity: 'experimental',
        summary: 'What was known.',
        remaining: 'A rest.',
        correction: 'A correction.',
        disputed: 'A dispute.',
        target: '2026.1',
        evidence,
        path: ['assessments', 0],
      },
    ];
    expect(listJudgements(createEdge({ assessments }))).toEqual(expected);
    expect(listJudgements(createProposal({ assessments }))).toEqual(expected);
  });

  test('of a pattern carry the version as well', () => {
    const assessments = [
      createPatternAssessment({ on: '2025-08-17', status: 'unknown' }),
      createPatternAssessment({ target: { iris: '≤2025.3' } }),
    ];
    expect(listJudgements(createPattern({ assessments }))).toEqual([
      { on: '2025-08-17', status: 'unknown', summary: 'What was known.', evidence, path: ['assessments', 0] },
      {
        on: '2026-11-20',
        status: 'works',
        summary: 'What was known.',
        target: '≤2025.3',
        evidence,
        path: ['assessments', 1],
      },
    ]);
  });

  test('of a finding are its verdicts, with the reason as the summary', () => {
    const verdicts = [
      createVerdict({ on: '2025-08-17', verdict: 'claimed', why: 'The analysis says so.' }),
      createVerdict({ verdict: 'too-strong', why: 'There is an exception.', correction: 'It was never all.' }),
    ];
    expect(listJudgements(createFinding({ verdicts }))).toEqual([
      { on: '2025-08-17', status: 'claimed', summary: 'The analysis says so.', evidence, path: ['verdicts', 0] },
      {
        on: '2026-11-20',
        status: 'too-strong',
        summary: 'There is an exception.',
        correction: 'It was never all.',
        evidence,
        path: ['verdicts', 1],
      },
    ]);
  });

  test('of guides and background entries have no status', () => {
    const expected = [{ on: '2026-11-20', summary: 'What was read.', evidence, path: ['assessments', 0] }];
    expect(listJudgements(createGuide())).toEqual(expected);
    expect(listJudgements(createBackground())).toEqual(expected);
  });

  test('of a question are its answer, once there is one', () => {
    expect(listJudgements(createQuestion())).toEqual([]);
    expect(listJudgements(createQuestion({ settled: { on: '2026-11-20', answer: 'Yes.', evidence } }))).toEqual([
      { on: '2026-11-20', summary: 'Yes.', evidence, path: ['settled'] },
    ]);
  });
});

describe('the current judgement', () => {
  const dated = (...on: string[]) =>
    listJudgements(createEdge({ assessments: on.map((day) => createGapAssessment({ on: day })) }));

  test('is the newest, first, last or in the middle', () => {
    expect(deriveCurrent(dated('2026-03-01', '2026-01-01'))?.path).toEqual(['assessments', 0]);
    expect(deriveCurrent(dated('2026-01-01', '2026-03-01'))?.path).toEqual(['assessments', 1]);
    expect(deriveCurrent(dated('2026-01-01', '2026-03-01', '2026-02-01'))?.path).toEqual(['assessments', 1]);
  });

  test('of an open question is none', () => {
    expect(deriveCurrent([])).toBeUndefined();
  });

  test('has the latest date of all, whatever the order', () => {
    assert(
      property(array(days, { minLength: 1 }), (written) => {
        const expected = written.toSorted().at(-1);
        expect(deriveCurrent(dated(...written))?.on).toBe(expected);
        expect(deriveCurrent(dated(...written.toReversed()))?.on).toBe(expected);
      }),
    );
  });
});
