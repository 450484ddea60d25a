import { describe, expect, test } from 'vitest';
import type { GapAssessment } from '#schema/assessment.ts';
import { listEvents } from '#model/events.ts';
import {
  createContent,
  createEdge,
  createFinding,
  createGapAssessment,
  createGuide,
  createPattern,
  createPatternAssessment,
  createProposal,
  createQuestion,
  createReview,
  createVerdict,
} from './entries.ts';

/** The events of some entries, as `day kind id`. */
function renderEvents(entries: Parameters<typeof createContent>[0]): string[] {
  return listEvents(createContent(entries).entries).map(({ on, kind, entry }) => `${on} ${kind} ${entry.id}`);
}

/** What the second of two assessments of an edge did. */
function classifyGap(before: Partial<GapAssessment>, after: Partial<GapAssessment>): string | undefined {
  const assessments = [
    createGapAssessment({ on: '2026-01-01', ...before }),
    createGapAssessment({ on: '2026-02-01', ...after }),
  ];
  const [ofEdge, ofProposal] = [
    { edges: [createEdge({ assessments })] },
    { proposals: [createProposal({ assessments })] },
  ].map((entries) => listEvents(createContent(entries).entries)[0]?.kind);
  expect(ofProposal).toBe(ofEdge);
  return ofEdge;
}

function classifyPattern(
  before: Parameters<typeof createPatternAssessment>[0],
  after: Parameters<typeof createPatternAssessment>[0],
): string | undefined {
  const assessments = [
    createPatternAssessment({ on: '2026-01-01', ...before }),
    createPatternAssessment({ on: '2026-02-01', ...after }),
  ];
  return listEvents(createContent({ patterns: [createPattern({ assessments })] }).entries)[0]?.kind;
}

function classifyFinding(
  before: Parameters<typeof createVerdict>[0],
  after: Parameters<typeof createVerdict>[0],
): string | undefined {
  const verdicts = [createVerdict({ on: '2026-01-01', ...before }), createVerdict({ on: '2026-02-01', ...after })];
  return listEvents(createContent({ findings: [createFinding({ verdicts })] }).entries)[0]?.kind;
}

describe('the events of a gap', () => {
  test('are an improvement when the state is better', () => {
    expect(classifyGap({ status: 'open' }, { status: 'partially-addressed' })).toBe('improved');
    expect(classifyGap({ status: 'unknown' }, { status: 'community-workaround' })).toBe('improved');
    expect(
      classifyGap({ status: 'shipped', maturity: 'experimental' }, { status: 'shipped', maturity: 'production' }),
    ).toBe('improved');
  });

  test('are an improvement as well when the judgement before was corrected', () => {
    expect(classifyGap({ status: 'open' }, { status: 'shipped', correction: 'It was there.' })).toBe('improved');
  });

  test('are a regression when the state is worse, and a correction when the one before was mistaken', () => {
    expect(classifyGap({ status: 'shipped' }, { status: 'open' })).toBe('regressed');
    expect(classifyGap({ status: 'shipped' }, { status: 'open', correction: 'It never was.' })).toBe('corrected');
    expect(
      classifyGap({ status: 'shipped', maturity: 'production' }, { status: 'shipped', maturity: 'experimental' }),
    ).toBe('regressed');
    expect(classifyGap({ status: 'partially-addressed' }, { status: 'unknown' })).toBe('regressed');
  });

  test('are a re-verification when the state is the same, and a correction when its reasons were mistaken', () => {
    expect(classifyGap({ status: 'open' }, { status: 'open' })).toBe('re-verified');
    expect(classifyGap({ status: 'open' }, { status: 'open', correction: 'Another reason.' })).toBe('corrected');
  });

  test('are neither better nor worse between open and unknown', () => {
    expect(classifyGap({ status: 'unknown' }, { status: 'open' })).toBe('re-verified');
    expect(classifyGap({ status: 'open' }, { status: 'unknown' })).toBe('re-verified');
    expect(classifyGap({ status: 'open' }, { status: 'unknown', correction: 'It was a guess.' })).toBe('corrected');
  });
});

describe('the events of a pattern', () => {
  test('are improvements and regressions between working, working with limits and retired', () => {
    expect(classifyPattern({ status: 'works-with-limits' }, { status: 'works' })).toBe('improved');
    expect(classifyPattern({ status: 'works' }, { status: 'works-with-limits' })).toBe('regressed');
    expect(classifyPattern({ status: 'works' }, { status: 'works-with-limits', correction: 'It did not.' })).toBe(
      'corrected',
    );
    expect(classifyPattern({ status: 'retired' }, { status: 'works' })).toBe('improved');
  });

  test('are a retirement once, also from unknown', () => {
    expect(classifyPattern({ status: 'works' }, { status: 'retired' })).toBe('retired');
    expect(classifyPattern({ status: 'unknown' }, { status: 'retired' })).toBe('retired');
    expect(classifyPattern({ status: 'retired' }, { status: 'retired' })).toBe('re-verified');
  });

  test('are neither better nor worse from or to unknown', () => {
    expect(classifyPattern({ status: 'unknown' }, { status: 'works' })).toBe('re-verified');
    expect(classifyPattern({ status: 'works' }, { status: 'unknown' })).toBe('re-verified');
    expect(classifyPattern({ status: 'unknown' }, { status: 'works', correction: 'It was known.' })).toBe('corrected');
  });
});

describe('the events of a finding', () => {
  test('are a re-verification when the claim holds, and a correction when it does not', () => {
    expect(classifyFinding({ verdict: 'claimed' }, { verdict: 'holds' })).toBe('re-verified');
    expect(classifyFinding({ verdict: 'claimed' }, { verdict: 'too-strong' })).toBe('corrected');
    expect(classifyFinding({ verdict: 'holds' }, { verdict: 'outdated' })).toBe('corrected');
  });

  test('are a re-verification when the verdict stays, unless its reasons were mistaken', () => {
    expect(classifyFinding({ verdict: 'outdated' }, { verdict: 'outdated' })).toBe('re-verified');
    expect(classifyFinding({ verdict: 'holds' }, { verdict: 'holds', correction: 'Another reason.' })).toBe(
      'corrected',
    );
  });
});

test('a first judgement adds its entry, in every collection, and an open question tells of nothing', () => {
  expect(
    renderEvents({
      edges: [createEdge()],
      patterns: [createPattern()],
      findings: [createFinding()],
      guides: [createGuide()],
      questions: [createQuestion()],
    }),
  ).toEqual([
    '2026-11-20 added pattern',
    '2026-11-20 added edge',
    '2026-11-20 added finding',
    '2026-11-20 added guide',
  ]);
});

test('events go from the newest to the oldest, and on one day from the weightiest to the lightest', () => {
  const first = createGapAssessment({ on: '2026-01-01', status: 'partially-addressed' });
  const edge = (id: string, status: GapAssessment['status'], correction?: string) =>
    createEdge({ id, assessments: [first, createGapAssessment({ on: '2026-02-01', status, correction })] });
  expect(
    renderEvents({
      edges: [
        edge('same', 'partially-addressed'),
        edge('corrected', 'open', 'It never was.'),
        edge('better', 'shipped'),
        edge('worse', 'open'),
      ],
      patterns: [
        createPattern({
          assessments: [
            createPatternAssessment({ on: '2026-01-15' }),
            createPatternAssessment({ on: '2026-02-01', status: 'retired' }),
          ],
        }),
      ],
      guides: [createGuide({ assessments: [createReview({ on: '2026-02-01' }), createReview({ on: '2026-03-01' })] })],
    }),
  ).toEqual([
    '2026-03-01 re-verified guide',
    '2026-02-01 regressed worse',
    '2026-02-01 improved better',
    '2026-02-01 corrected corrected',
    '2026-02-01 retired pattern',
    '2026-02-01 added guide',
    '2026-02-01 re-verified same',
    '2026-01-15 added pattern',
    '2026-01-01 added same',
    '2026-01-01 added corrected',
    '2026-01-01 added better',
    '2026-01-01 added worse',
  ]);
});

test('events follow the days, whatever order judgements are written in', () => {
  const assessments = [
    createGapAssessment({ on: '2026-02-01', status: 'partially-addressed' }),
    createGapAssessment({ on: '2026-01-01', status: 'open' }),
  ];
  expect(renderEvents({ edges: [createEdge({ assessments })] })).toEqual([
    '2026-02-01 improved edge',
    '2026-01-01 added edge',
  ]);
});

test('an event names the judgement and the one before it', () => {
  const finding = createFinding({
    verdicts: [createVerdict({ on: '2025-08-17', verdict: 'claimed' }), createVerdict({ on: '2026-11-20' })],
  });
  const [newest, oldest] = listEvents(createContent({ findings: [finding] }).entries);
  expect(newest?.entry).toBe(finding);
  expect([newest?.judgement.status, newest?.before?.status]).toEqual(['holds', 'claimed']);
  expect([oldest?.judgement.status, oldest?.before]).toEqual(['claimed', undefined]);
});
