import {
  array,
  assert,
  constantFrom,
  integer,
  option,
  property,
  record,
  tuple,
  uniqueArray,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingVerdicts, patternStatuses } from '#schema/assessment.ts';
import { deriveChanges, findCounting, type Change, type Difference } from '#model/changes.ts';
import type { ClaimEntry, Entries } from '#model/content.ts';
import { classifyStep, listEvents } from '#model/events.ts';
import { listJudgementDays } from '#model/judgement-days.ts';
import type { Judgement } from '#model/judgements.ts';
import { gapStates } from './arbitraries.ts';
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

/** Few days, so that judgements of entries often fall on the same one. */
const someDays = Array.from({ length: 8 }, (_, index) => `2026-0${index + 1}-15`);
const day = constantFrom(...someDays);
const corrections = option(constantFrom('It was wrong.'), { nil: undefined, freq: 3 });

/** Histories with one judgement a day, in any order. */
function histories<T>(judgement: (on: string) => Arbitrary<T>): Arbitrary<T[]> {
  return uniqueArray(day, { minLength: 1, maxLength: 5 }).chain((days) => tuple(...days.map(judgement)));
}

const gapHistory = histories((on) =>
  record({ state: gapStates, correction: corrections }).map(({ state, correction }) =>
    createGapAssessment({ on, ...state, correction }),
  ),
);
const patternHistory = histories((on) =>
  record({ status: constantFrom(...patternStatuses), correction: corrections }).map((fields) =>
    createPatternAssessment({ on, ...fields }),
  ),
);
const verdictHistory = histories((on) =>
  record({ verdict: constantFrom(...findingVerdicts), correction: corrections }).map((fields) =>
    createVerdict({ on, ...fields }),
  ),
);

/** Entries of several collections, each with a history of its own. */
const someEntries: Arbitrary<Entries> = record({
  edges: array(gapHistory, { maxLength: 4 }),
  proposals: array(gapHistory, { maxLength: 2 }),
  patterns: array(patternHistory, { maxLength: 3 }),
  findings: array(verdictHistory, { maxLength: 3 }),
}).map(
  ({ edges, proposals, patterns, findings }) =>
    createContent({
      edges: edges.map((assessments, index) => createEdge({ id: `edge-${index}`, assessments })),
      proposals: proposals.map((assessments, index) => createProposal({ id: `proposal-${index}`, assessments })),
      patterns: patterns.map((assessments, index) => createPattern({ id: `pattern-${index}`, assessments })),
      findings: findings.map((verdicts, index) => createFinding({ id: `finding-${index}`, verdicts })),
      questions: [createQuestion()],
    }).entries,
);

const someDaysInOrder = (count: number) =>
  array(day, { minLength: count, maxLength: count }).map((days) => days.sort() as [string, string, string]);

const renderState = (judgement: Judgement | undefined) =>
  judgement && `${judgement.on} ${judgement.status ?? ''} ${judgement.maturity ?? ''}`;

/** What a difference says of each entry: its states, or the one that stayed. */
function listStates({ changes, unchanged, pending, from }: Difference): Map<string, readonly unknown[]> {
  const stayed = unchanged.map((entry) => renderState(findCounting(entry, from)));
  return new Map<string, readonly unknown[]>([
    ...changes.map(({ entry, before, after }) => [entry.id, [renderState(before), renderState(after)]] as const),
    ...unchanged.map(({ id }, index) => [id, [stayed[index], stayed[index]]] as const),
    ...pending.map(({ id }) => [id, [undefined, undefined]] as const),
  ]);
}

const renderChange = ({ kind, entry, between }: Change) =>
  `${kind} ${entry.id} ${between.map(({ on }) => on).join(' ')}`;

describe('the difference between two days', () => {
  test('is empty between a day and itself', () => {
    assert(
      property(someEntries, day, (entries, on) => {
        expect(deriveChanges(entries, { from: on, to: on }).changes).toEqual([]);
      }),
    );
  });

  test('names every entry once, as changed, unchanged or pending', () => {
    assert(
      property(someEntries, someDaysInOrder(2), (entries, [from, to]) => {
        const { changes, unchanged, pending } = deriveChanges(entries, { from, to });
        const named = [...changes.map(({ entry }) => entry), ...unchanged, ...pending].map(({ id }) => id);
        const all = Object.values(entries)
          .flat()
          .map(({ id }) => id);
        expect(named.toSorted()).toEqual(all.toSorted());
      }),
    );
  });

  test('composes: from A to C it begins as from A to B does, and ends as from B to C does', () => {
    assert(
      property(someEntries, someDaysInOrder(3), (entries, [a, b, c]) => {
        const [first, second, whole] = [
          { from: a, to: b },
          { from: b, to: c },
          { from: a, to: c },
        ].map((pair) => listStates(deriveChanges(entries, pair)));
        for (const [id, states] of whole ?? []) {
          expect(states).toEqual([first?.get(id)?.[0], second?.get(id)?.[1]]);
          expect(first?.get(id)?.[1]).toEqual(second?.get(id)?.[0]);
        }
        const judged = (from: string, to: string) =>
          deriveChanges(entries, { from, to }).changes.flatMap(({ entry, between }) =>
            between.map(({ on }) => `${entry.id} ${on}`),
          );
        expect([...judged(a, b), ...judged(b, c)].sort()).toEqual(judged(a, c).sort());
      }),
    );
  });

  test('is the same whatever the order of entries and of their judgements', () => {
    assert(
      property(someEntries, someDaysInOrder(2), (entries, [from, to]) => {
        const turned = createContent({
          edges: entries.edges
            .map((entry) => createEdge({ id: entry.id, assessments: entry.data.assessments.toReversed() }))
            .reverse(),
          proposals: entries.proposals.toReversed(),
          patterns: entries.patterns
            .map((entry) => createPattern({ id: entry.id, assessments: entry.data.assessments.toReversed() }))
            .reverse(),
          findings: entries.findings.toReversed(),
          questions: entries.questions,
        }).entries;
        const [plain, other] = [entries, turned].map((all) => deriveChanges(all, { from, to }));
        expect(other?.changes.map(renderChange)).toEqual(plain?.changes.map(renderChange));
        expect(other?.unchanged.map(({ id }) => id)).toEqual(plain?.unchanged.map(({ id }) => id));
      }),
    );
  });

  test('from one day of judgement to the next is what the events of that day say', () => {
    assert(
      property(someEntries, integer({ min: 1, max: 7 }), (entries, index) => {
        const days = listJudgementDays(entries);
        const [from, to] = [days[index - 1], days[index]];
        if (from === undefined || to === undefined) return;
        const events = listEvents(entries).filter(({ on }) => on === to);
        expect(
          deriveChanges(entries, { from, to })
            .changes.map(({ kind, entry }) => `${kind} ${entry.id}`)
            .sort(),
        ).toEqual(events.map(({ kind, entry }) => `${kind} ${entry.id}`).sort());
      }),
    );
  });

  test('is refused when the later day stands first', () => {
    expect(() => deriveChanges(createContent().entries, { from: '2026-11-20', to: '2025-08-17' })).toThrow(
      new RangeError('Unexpected days `2026-11-20` and `2025-08-17`, expected the earlier one first'),
    );
  });
});

describe('what a step is called', () => {
  const edge = createEdge();
  const pattern = createPattern();
  const step = (entry: ClaimEntry, before: Partial<Judgement>, after: Partial<Judgement>) =>
    classifyStep(entry, { ...plain, ...before }, { ...plain, ...after });
  const plain: Judgement = { on: '2026-01-01', summary: 'What was known.', evidence: [], path: [] };

  test('turns with the step for a gap: what improved one way regressed the other', () => {
    assert(
      property(gapStates, gapStates, (a, b) => {
        expect(step(edge, a, b) === 'improved').toBe(step(edge, b, a) === 'regressed');
        expect(step(edge, a, b) === 're-verified').toBe(step(edge, b, a) === 're-verified');
      }),
    );
  });

  test('turns with the step for a pattern too, where a loss can be a retirement', () => {
    const statuses = constantFrom(...patternStatuses).map((status) => ({ status }));
    assert(
      property(statuses, statuses, (a, b) => {
        if (step(pattern, a, b) === 'improved') expect(['regressed', 'retired']).toContain(step(pattern, b, a));
        if (step(pattern, a, b) === 'regressed') expect(step(pattern, b, a)).toBe('improved');
      }),
    );
  });
});

describe('several judgements in a row', () => {
  /** The change of an edge with these assessments, from the first day to the last. */
  function derive(...assessments: Parameters<typeof createGapAssessment>[0][]): Change | undefined {
    const dated = assessments.map((assessment, index) =>
      createGapAssessment({ on: someDays[index] ?? '', ...assessment }),
    );
    const { entries } = createContent({ edges: [createEdge({ assessments: dated })] });
    return deriveChanges(entries, { from: '2026-01-15', to: '2026-12-31' }).changes[0];
  }

  test('count by where they began and ended, and are all listed', () => {
    const change = derive({ status: 'open' }, { status: 'shipped', maturity: 'production' }, { status: 'open' });
    expect(change?.kind).toBe('re-verified');
    expect(change?.between.map(({ status }) => status)).toEqual(['shipped', 'open']);
  });

  test('are a correction when one of them is, and the state did not fall', () => {
    expect(derive({ status: 'open' }, { status: 'open', correction: 'A reason.' }, { status: 'open' })?.kind).toBe(
      'corrected',
    );
  });

  test('stay a regression when one was, also when another is a correction', () => {
    const first = { status: 'partially-addressed' } as const;
    expect(derive(first, { status: 'open', correction: 'It never was.' })?.kind).toBe('corrected');
    expect(derive(first, { status: 'open' }, { status: 'open', correction: 'Another reason.' })?.kind).toBe(
      'regressed',
    );
  });

  test('add the entry when none counted before, and say nothing of what comes later', () => {
    const { entries } = createContent({
      edges: [createEdge({ assessments: [createGapAssessment({ on: '2026-03-15' })] })],
      guides: [createGuide({ assessments: [createReview({ on: '2026-05-15' })] })],
    });
    const { changes, unchanged, pending } = deriveChanges(entries, { from: '2026-01-15', to: '2026-04-15' });
    expect(changes.map(({ kind, before, after }) => [kind, before, after.on])).toEqual([
      ['added', undefined, '2026-03-15'],
    ]);
    expect([unchanged, pending.map(({ id }) => id)]).toEqual([[], ['guide']]);
  });
});

test('the judgement that counts on a day is the newest up to it', () => {
  const edge = createEdge({
    assessments: [
      createGapAssessment({ on: '2026-02-15', status: 'shipped' }),
      createGapAssessment({ on: '2026-01-15', status: 'open' }),
    ],
  });
  expect(['2026-01-14', '2026-01-15', '2026-02-14', '2026-02-15'].map((on) => findCounting(edge, on)?.status)).toEqual([
    undefined,
    'open',
    'open',
    'shipped',
  ]);
});
