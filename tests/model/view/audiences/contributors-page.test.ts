import { describe, expect, test } from 'vitest';
import { deriveContributorsPage } from '#model/view/audiences/contributors-page.ts';
import {
  createEdge,
  createEvidence,
  createGapAssessment,
  createGuide,
  createModel,
  createPattern,
  createQuestion,
  createSample,
  createSource,
} from '../../entries.ts';

test('open questions say what settles them, what waits for them and what probes them', () => {
  const settled = { on: '2026-11-20', answer: 'Yes.', evidence: [createEvidence()] };
  const { questions } = deriveContributorsPage(
    createModel({
      questions: [
        createQuestion({ id: 'open', probe: 'sample', blocks: ['edge', 'no-such'] }),
        createQuestion({ id: 'settled', settled }),
      ],
      edges: [createEdge()],
      samples: [createSample()],
    }),
    [],
  );
  expect(questions.shown).toEqual([
    {
      link: { path: '/questions/open/', title: 'A title', kind: 'Open question', mark: undefined },
      settledBy: 'A measurement.',
      blocks: 1,
      probe: { path: '/samples/sample/', title: 'A sample' },
    },
  ]);
});

describe('the work that is left', () => {
  const model = createModel({
    edges: [
      createEdge({ id: 'stale', assessments: [createGapAssessment({ on: '2025-01-01' })] }),
      createEdge({ id: 'verified' }),
    ],
    patterns: [createPattern()],
    guides: [
      createGuide({
        assessments: [{ on: '2026-11-20', summary: 'Read.', evidence: [createEvidence({ source: 'unread' })] }],
      }),
    ],
    sources: [
      createSource({ accessedOn: '2026-11-20' }),
      createSource({ id: 'unread', url: 'https://b.example/x' }),
      createSource({ id: 'unread-too', url: 'https://b.example/y' }),
      createSource({ id: 'other', url: 'https://a.example/' }),
      createSource({ id: 'offline', url: undefined }),
    ],
    samples: [createSample({ id: 'one' }), createSample({ id: 'two' })],
    verdicts: {
      file: 'verdicts.json',
      data: [
        {
          sample: 'one',
          runtime: { name: 'cpython' },
          sourceSha256: 'a'.repeat(64),
          outcome: 'untested',
          expected: 'pass',
          normalisers: [],
          reason: 'it needs Python 3.14',
        },
        {
          sample: 'two',
          runtime: { name: 'pyodide' },
          sourceSha256: 'b'.repeat(64),
          outcome: 'passed',
          expected: 'pass',
          normalisers: [],
          ranOn: '2026-11-20',
        },
      ],
    },
  });
  const page = deriveContributorsPage(model, [createGuide({ id: 'half', title: 'Half-written', draft: true })]);

  test('is summed up', () => {
    expect(page.answer).toBe(
      '0 open questions. 2 of 4 claims are not verified, 1 review overdue, and 3 of 4 citations were never read live.',
    );
  });

  test('holds the claims that are not verified, by why not', () => {
    expect(page.claims.map(({ title, list }) => [title, list.shown.map(({ path }) => path)])).toEqual([
      ['Stale', ['/edges/stale/']],
      ['Unverified', ['/guides/guide/']],
    ]);
  });

  test('holds the samples that were not run, by runtime and reason', () => {
    expect(
      page.untested.map(({ runtime, reason, samples }) => [runtime, reason, samples.shown.map(({ path }) => path)]),
    ).toEqual([
      ['Pyodide', 'Not run for the record yet.', ['/samples/one/']],
      ['CPython', 'it needs Python 3.14', ['/samples/one/']],
      ['Pyodide', 'Not run since the source changed.', ['/samples/two/']],
      ['CPython', 'Not run for the record yet.', ['/samples/two/']],
    ]);
  });

  test('holds the citations nobody has read live, the host with the most first', () => {
    expect(page.citations).toMatchObject({ unread: 3, of: 4 });
    expect(page.citations.hosts.shown).toEqual([
      { host: 'b.example', unread: 2, of: 2 },
      { host: 'a.example', unread: 1, of: 1 },
    ]);
  });

  test('holds the reviews due first, and the drafts', () => {
    expect(page.reviews.list.shown.map(({ link }) => link.path)).toEqual([
      '/edges/stale/',
      '/edges/verified/',
      '/guides/guide/',
      '/patterns/pattern/',
    ]);
    expect(page.drafts).toEqual([{ file: 'content/guides/half.mdx', title: 'Half-written', kind: 'Guide' }]);
  });
});

test('of two thousand claims the page shows some of each kind, and leads on', () => {
  const edges = Array.from({ length: 2000 }, (_, index) => createEdge({ id: `e${index}` }));
  const page = deriveContributorsPage(createModel({ edges }), []);
  expect(page.claims.map(({ list }) => [list.shown.length, list.total, list.all])).toEqual([[60, 2000, '/reviews/']]);
  expect([page.reviews.list.shown.length, page.reviews.list.total, page.reviews.list.all]).toEqual([
    10,
    2000,
    '/reviews/',
  ]);
});
