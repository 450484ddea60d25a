import { describe, expect, test } from 'vitest';
import { deriveHomePage } from '#model/view/home.ts';
import {
  createEdge,
  createFinding,
  createGapAssessment,
  createModel,
  createPattern,
  createProposal,
  createQuestion,
  createSample,
  createSource,
  createVerdict,
} from '../entries.ts';

type GapOverrides = Parameters<typeof createGapAssessment>[0];

function createJudgedEdge(id: string, assessment: GapOverrides, overrides: Parameters<typeof createEdge>[0] = {}) {
  return createEdge({ id, title: `The edge ${id}`, assessments: [createGapAssessment(assessment)], ...overrides });
}

test('the home page of an empty site counts nothing and is as of its own day', () => {
  expect(deriveHomePage(createModel({}, '2026-11-21'))).toEqual({
    dataAsOf: '2026-11-21',
    answer: 'Yes: no sharp edge that blocks a team is left.',
    ways: [
      { title: 'Build today', path: '/for/builders/', note: '0 patterns and what each costs' },
      { title: 'What to ask for', path: '/for/product-team/', note: '0 proposals, with criteria' },
      { title: 'Risk', path: '/for/architects/', note: '0 sharp edges and the ways round' },
      { title: 'What to fix', path: '/for/contributors/', note: '0 open questions to settle' },
      { title: 'Compare routes', path: '/matrix/', note: '0 needs on 0 routes' },
    ],
    edges: [],
    distribution: [],
    findings: [],
    patterns: [],
    proposals: [],
    events: [],
    questions: [],
  });
});

describe('the counts of the home page', () => {
  const model = createModel({
    edges: [
      createJudgedEdge('a', { status: 'open' }),
      createJudgedEdge('b', { status: 'shipped', maturity: 'production' }),
      createJudgedEdge('c', { status: 'shipped', maturity: 'experimental' }),
      createJudgedEdge('d', { status: 'unknown' }),
      createEdge({
        id: 'e',
        assessments: [
          createGapAssessment({ on: '2026-11-01', status: 'partially-addressed' }),
          createGapAssessment({ on: '2025-11-01', status: 'open' }),
        ],
      }),
    ],
    proposals: [createProposal()],
  });

  test('are those of the current states of the edges, and of no proposal', () => {
    expect(deriveHomePage(model).answer).toBe(
      'Yes: no sharp edge that blocks a team is left. Of 5 sharp edges, 2 are shipped, 1 is partly addressed, 1 is open and 1 is unknown.',
    );
  });

  test('are shown best first, without what nothing has', () => {
    expect(deriveHomePage(model).distribution.map(({ word, count }) => `${word}: ${count}`)).toEqual([
      'Shipped: 2',
      'Partly addressed: 1',
      'Open: 1',
      'Unknown: 1',
    ]);
  });

  test('are the same whatever the order of the edges', () => {
    const { edges } = model.content.entries;
    const turned = createModel({ edges: edges.toReversed() });
    expect(deriveHomePage(turned).answer).toBe(deriveHomePage(model).answer);
  });

  test('say that what is shipped is experimental only where all of it is', () => {
    const one = createModel({ edges: [createJudgedEdge('c', { status: 'shipped', maturity: 'experimental' })] });
    expect(deriveHomePage(one).answer).toContain('Of 1 sharp edge, 1 is shipped (experimental).');
  });
});

test('blockers are edges of that severity without an official answer, and unknown is none', () => {
  const blocker = { severity: 'blocker' as const };
  const model = createModel({
    edges: [
      createJudgedEdge('open', { status: 'open' }, blocker),
      createJudgedEdge('unknown', { status: 'unknown' }, blocker),
      createJudgedEdge('partly', { status: 'partially-addressed' }, blocker),
      createJudgedEdge('shipped', { status: 'shipped', maturity: 'experimental' }, blocker),
      createJudgedEdge('minor', { status: 'open' }, { severity: 'minor' }),
    ],
  });
  expect(deriveHomePage(model).answer).toMatch(
    /^Yes, beside IRIS rather than inside it: 3 sharp edges that block an async-first team have no full official answer\. /,
  );
});

test('findings carry the verdict that counts today, with its reason, in the order of the analysis', () => {
  const model = createModel({
    findings: [
      createFinding({
        id: 'second',
        order: 2,
        title: 'The second',
        claim: 'It is so.',
        verdicts: [
          createVerdict({ on: '2026-11-20', verdict: 'outdated', why: 'It was so.' }),
          createVerdict({ on: '2025-08-17', verdict: 'claimed', why: 'The analysis says so.' }),
        ],
      }),
      createFinding({ id: 'first', order: 1 }),
    ],
  });
  const [first, second] = deriveHomePage(model).findings;
  expect(first?.mark?.word).toBe('Holds');
  const mark = { word: 'Outdated', shape: 'square-struck', meaning: 'It was so, and is no longer.' };
  expect(second).toEqual({
    link: { path: '/findings/second/', title: 'The second', kind: 'Finding', mark },
    claim: 'It is so.',
    mark,
    why: 'It was so.',
    verification: 'Unverified',
  });
});

test('every claim shows how far it can be trusted', () => {
  const page = deriveHomePage(
    createModel({
      edges: [createEdge({ id: 'judged' })],
      findings: [createFinding()],
      patterns: [createPattern()],
      proposals: [createProposal({ assessments: [createGapAssessment({ on: '2026-01-01' })] })],
      sources: [createSource({ accessedOn: '2026-11-20' })],
    }),
  );
  const states = [page.edges, page.findings, page.patterns, page.proposals].map((rows) => rows[0]?.verification);
  expect(states).toEqual(['Verified', 'Verified', 'Verified', 'Stale']);
});

test('patterns and proposals are rows in their order', () => {
  const page = deriveHomePage(
    createModel({
      patterns: [
        createPattern({ id: 'b', origin: { document: 'analysis', section: 'A', item: '10' } }),
        createPattern({
          id: 'a',
          origin: { document: 'analysis', section: 'A', item: '2' },
          samples: ['sample', 'no-such'],
        }),
      ],
      samples: [createSample()],
      proposals: [createProposal({ id: 'later', priority: 2 }), createProposal({ id: 'sooner', priority: 1 })],
    }),
  );
  expect(page.patterns.map(({ link, need, runsIn, samples }) => [link.path, need, runsIn, samples])).toEqual([
    ['/patterns/a/', 'A need', 'A process', [{ path: '/samples/sample/', title: 'A sample' }]],
    ['/patterns/b/', 'A need', 'A process', []],
  ]);
  expect(page.proposals.map(({ link, priority, ask }) => [link.path, priority, ask])).toEqual([
    ['/proposals/sooner/', 1, 'What is asked for.'],
    ['/proposals/later/', 2, 'What is asked for.'],
  ]);
});

test('events are the newest five that are no additions, each with the state before and after', () => {
  const edge = (day: number) =>
    createEdge({
      id: `edge-${day}`,
      assessments: [
        createGapAssessment({ on: '2026-01-01', status: 'open' }),
        createGapAssessment({
          on: `2026-02-0${day}`,
          status: 'shipped',
          maturity: 'production',
          summary: 'It is there.',
        }),
      ],
    });
  const { dataAsOf, events } = deriveHomePage(createModel({ edges: [1, 2, 3, 4, 5, 6].map(edge) }));
  expect(dataAsOf).toBe('2026-02-06');
  expect(events.map(({ on, kind, link }) => `${on} ${kind} ${link.path}`)).toEqual([
    '2026-02-06 Improved /edges/edge-6/',
    '2026-02-05 Improved /edges/edge-5/',
    '2026-02-04 Improved /edges/edge-4/',
    '2026-02-03 Improved /edges/edge-3/',
    '2026-02-02 Improved /edges/edge-2/',
  ]);
  expect(events[0]).toMatchObject({
    from: { word: 'Open' },
    to: { word: 'Shipped, production' },
    summary: 'It is there.',
  });
});

test('questions leave the home page when they are settled', () => {
  const settled = { on: '2026-11-20', answer: 'Yes.', evidence: [] };
  const page = deriveHomePage(
    createModel({ questions: [createQuestion({ id: 'settled', settled }), createQuestion({ id: 'open' })] }),
  );
  expect(page.questions).toEqual([
    {
      link: { path: '/questions/open/', title: 'A title', kind: 'Open question', mark: undefined },
      settledBy: 'A measurement.',
    },
  ]);
});
