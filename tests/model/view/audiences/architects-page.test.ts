import { expect, test } from 'vitest';
import { deriveArchitectsPage } from '#model/view/audiences/architects-page.ts';
import {
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createModel,
  createPattern,
  createProposal,
  createVerdict,
} from '../../entries.ts';

test('sharp edges are risks by severity, with ways round, answers and days', () => {
  const page = deriveArchitectsPage(
    createModel({
      edges: [
        createEdge({ id: 'small', severity: 'minor' }),
        createEdge({ id: 'big', severity: 'blocker', workarounds: ['pattern'], proposals: ['proposal'] }),
      ],
      patterns: [createPattern()],
      proposals: [createProposal()],
    }),
  );
  expect(page.severities.map(({ id, risks }) => [id, risks.shown.map(({ link }) => link.path)])).toEqual([
    ['blocker', ['/edges/big/']],
    ['major', []],
    ['minor', ['/edges/small/']],
  ]);
  expect(page.severities[0]?.risks.shown[0]).toMatchObject({
    reason: 'A reason.',
    assessedOn: '2026-11-20',
    dueOn: '2027-05-19',
    verification: 'Unverified',
    waysRound: [{ path: '/patterns/pattern/', mark: { word: 'Works' } }],
    answers: [{ path: '/proposals/proposal/', mark: { word: 'Open' } }],
  });
});

test('the answer counts severities, answers by maturity, and disputes', () => {
  const shipped = (id: string, maturity: 'experimental' | 'production') =>
    createEdge({ id, assessments: [createGapAssessment({ status: 'shipped', maturity })] });
  const page = deriveArchitectsPage(
    createModel({
      edges: [
        createEdge({ id: 'a', severity: 'blocker' }),
        shipped('b', 'experimental'),
        shipped('c', 'production'),
        createEdge({ id: 'd', severity: 'minor' }),
      ],
    }),
  );
  expect(page.answer).toBe(
    '4 sharp edges: 1 blocker, 2 major and 1 minor. 1 blocker without a full official answer; 2 answers shipped, 1 of production maturity. 0 claims are disputed.',
  );
  expect(deriveArchitectsPage(createModel()).answer).toBe(
    '0 sharp edges. 0 blockers without a full official answer; 0 answers shipped. 0 claims are disputed.',
  );
});

test('disputed is what has fresh evidence on both sides, and what its authors call so', () => {
  const contradicted = [createEvidence(), createEvidence({ stance: 'contradicts' })];
  const page = deriveArchitectsPage(
    createModel({
      edges: [createEdge({ id: 'both', assessments: [createGapAssessment({ evidence: contradicted })] })],
      findings: [
        createFinding({ id: 'noted', verdicts: [createVerdict({ disputed: 'Two readings.' })] }),
        createFinding({
          id: 'settled',
          verdicts: [createVerdict({ on: '2026-01-01', disputed: 'Once.' }), createVerdict({ on: '2026-11-20' })],
        }),
      ],
    }),
  );
  expect(
    page.disputes.shown.map(({ link, note, strength, verification }) => [link.path, note, strength, verification]),
  ).toEqual([
    ['/edges/both/', undefined, '1 for it, the best of high confidence; 1 against it', 'Disputed'],
    ['/findings/noted/', 'Two readings.', '1 for it, the best of high confidence', 'Unverified'],
  ]);
});

test('of two thousand edges the page shows the first of each severity and leads to the index', () => {
  const edges = Array.from({ length: 2000 }, (_, index) => createEdge({ id: `e${index}` }));
  const [, major] = deriveArchitectsPage(createModel({ edges })).severities;
  expect([major?.risks.shown.length, major?.risks.total, major?.risks.all]).toEqual([40, 2000, '/edges/']);
});
