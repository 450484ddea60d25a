import { expect, test } from 'vitest';
import { deriveProductTeamPage } from '#model/view/audiences/product-team-page.ts';
import {
  createEdge,
  createEvidence,
  createGapAssessment,
  createModel,
  createProposal,
  createSample,
} from '../../entries.ts';

test('proposals are requests by priority: what they close, when they are done, how strong the evidence is', () => {
  const model = createModel({
    proposals: [
      createProposal({ id: 'second', priority: 2 }),
      createProposal({
        id: 'first',
        title: 'Host ASGI',
        closes: ['edge', 'no-such'],
        prototypes: ['sample'],
        acceptance: ['One.', 'Two.'],
        assessments: [
          createGapAssessment({
            status: 'partially-addressed',
            remaining: 'The rest.',
            evidence: [createEvidence(), createEvidence({ stance: 'contradicts' })],
          }),
        ],
      }),
    ],
    edges: [createEdge({ severity: 'blocker' })],
    samples: [createSample()],
  });
  const { answer, requests } = deriveProductTeamPage(model);
  expect(answer).toBe(
    '2 proposals: 1 partly addressed and 1 open. The first to ask for is “Host ASGI”: it would close 1 sharp edge, 1 blocker among them.',
  );
  expect(requests.shown.map(({ id }) => id)).toEqual(['first', 'second']);
  expect(requests.shown[0]).toMatchObject({
    priority: 1,
    link: { path: '/proposals/first/', mark: { word: 'Partly addressed' } },
    ask: 'What is asked for.',
    baseline: 'What there was.',
    remaining: 'The rest.',
    closes: [{ path: '/edges/edge/', mark: { word: 'Open' }, verification: 'Unverified' }],
    acceptance: ['One.', 'Two.'],
    prototypes: [{ path: '/samples/sample/', state: 'Untested: Pyodide, CPython' }],
    strength: '1 for it, the best of high confidence; 1 against it',
    assessedOn: '2026-11-20',
    verification: 'Disputed',
  });
});

test('what is shipped is not the first to ask for', () => {
  const shipped = createProposal({
    id: 'done',
    assessments: [createGapAssessment({ status: 'shipped', maturity: 'production' })],
  });
  const { answer } = deriveProductTeamPage(createModel({ proposals: [shipped] }));
  expect(answer).toBe('1 proposal: 1 shipped.');
  expect(deriveProductTeamPage(createModel()).answer).toBe('0 proposals.');
});
