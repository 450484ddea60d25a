import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/model.ts';
import { renderSnapshot } from '#model/snapshot/render.ts';
import { deriveSnapshot } from '#model/snapshot/snapshot.ts';
import { deriveHomePage } from '#model/view/home.ts';
import { snapshotSchema } from '#schema/snapshot.ts';
import {
  createBackground,
  createCitingProse,
  createContent,
  createEdge,
  createEvidence,
  createGapAssessment,
  createLinkHealth,
  createLinkRecord,
  createPattern,
  createQuestion,
  createRedirects,
  createSample,
  createSource,
} from '../entries.ts';

const content = createContent({
  edges: [
    createEdge({
      workarounds: ['pattern'],
      samples: ['sample'],
      prose: createCitingProse('manual', 'paper'),
      assessments: [
        createGapAssessment({ on: '2025-08-17' }),
        createGapAssessment({ on: '2026-01-02', status: 'shipped', maturity: 'experimental' }),
        createGapAssessment({
          on: '2026-11-20',
          status: 'shipped',
          maturity: 'experimental',
          evidence: [
            createEvidence({ kind: 'sample-run' }),
            createEvidence({ kind: 'vendor-doc', source: 'paper' }),
            createEvidence({ kind: 'vendor-doc', stance: 'contradicts' }),
          ],
        }),
      ],
    }),
    createEdge({ id: 'draft', draft: true }),
  ],
  patterns: [createPattern({ eases: ['edge'] })],
  background: [createBackground()],
  questions: [createQuestion({ blocks: ['edge', 'draft'] })],
  samples: [createSample()],
  sources: [createSource(), createSource({ id: 'paper', docset: { product: 'iris', version: '20261', key: 'A' } })],
  verdicts: {
    file: 'verdicts.json',
    data: [
      {
        sample: 'sample',
        runtime: { name: 'pyodide' },
        sourceSha256: 'a'.repeat(64),
        outcome: 'passed',
        expected: 'pass',
        normalisers: [],
      },
      {
        sample: 'sample',
        runtime: { name: 'cpython' },
        sourceSha256: 'b'.repeat(64),
        outcome: 'passed',
        expected: 'pass',
        normalisers: [],
      },
    ],
  },
  redirects: createRedirects(['edges/old', 'edges/edge'], ['edges/b', '/gotchas/']),
});
const snapshot = deriveSnapshot(content);

describe('an entry of the snapshot', () => {
  test('says what its newest judgement comes to, since when, and how long that counts as fresh', () => {
    expect(snapshot.entries['edges/edge']).toEqual({
      title: 'A title',
      status: 'shipped',
      maturity: 'experimental',
      since: '2026-01-02',
      on: '2026-11-20',
      freshUntil: '2027-02-18',
      evidence: { contradicts: { 'vendor-doc': 1 }, supports: { 'sample-run': 1, 'vendor-doc': 1 } },
      facts: { severity: 'major' },
      relations: { samples: ['samples/sample'], workarounds: ['patterns/pattern'] },
      mentionedBy: ['patterns/pattern', 'questions/question', 'samples/sample'],
      sources: ['analysis', 'manual', 'paper'],
    });
  });

  test('has no status where there is none to judge', () => {
    expect(snapshot.entries['background/background-entry']).toMatchObject({ on: '2026-11-20', facts: { order: 1 } });
    expect(snapshot.entries['background/background-entry']).not.toHaveProperty('status');
  });

  test('that is a question is open until it is settled', () => {
    expect(snapshot.entries['questions/question']).toMatchObject({ status: 'open', since: '2026-11-20' });
    const settled = { on: '2026-11-21', answer: 'Yes.', evidence: [createEvidence()] };
    expect(
      deriveSnapshot(createContent({ questions: [createQuestion({ settled })] })).entries['questions/question'],
    ).toMatchObject({ status: 'settled', since: '2026-11-21', on: '2026-11-21' });
  });

  test('that is a sample says what it came to, and that a verdict is for an older text', () => {
    expect(snapshot.entries['samples/sample']).toMatchObject({ verdicts: { pyodide: 'passed', cpython: 'outdated' } });
  });

  test('names no draft, which has no page', () => {
    expect(Object.keys(snapshot.entries)).not.toContain('edges/draft');
    expect(snapshot.entries['questions/question']?.relations).toEqual({ blocks: ['edges/edge'] });
  });

  test('holds facts and no wording', () => {
    expect(snapshot.entries['sources/paper']?.facts).toEqual({
      kind: 'documentation',
      language: 'en',
      docset: { product: 'iris', version: '20261' },
      url: 'https://example.com/manual',
    });
    const [edge] = content.entries.edges;
    const reworded = { ...edge, data: { ...edge?.data, summary: 'Reworded.', severityReason: 'Reworded.' } };
    const edges = [reworded as (typeof content.entries.edges)[number], ...content.entries.edges.slice(1)];
    expect(deriveSnapshot({ ...content, entries: { ...content.entries, edges } })).toEqual(snapshot);
  });
});

describe('the whole', () => {
  test('counts what is published, and gives the answer of the home page', () => {
    expect(snapshot.counts).toMatchObject({
      entries: { edges: 1, patterns: 1, questions: 1 },
      statuses: { edges: { shipped: 1 }, patterns: { works: 1 }, questions: { open: 1 } },
      worst: { edges: 'shipped' },
      openBlockers: 0,
      samples: { Pyodide: { passed: 1, declared: 1 }, CPython: { passed: 0, declared: 1 } },
    });
    const published = { ...content.entries, edges: content.entries.edges.slice(0, 1) };
    const model = buildModel({ ...content, entries: published }, { asOf: '2026-11-21' });
    expect(snapshot.answer).toBe(deriveHomePage(model).answer);
    expect(snapshot.dataAsOf).toBe('2026-11-20');
  });

  test('keeps the redirects, in the order of their names', () => {
    expect(Object.entries(snapshot.redirects)).toEqual([
      ['edges/b', '/gotchas/'],
      ['edges/old', 'edges/edge'],
    ]);
  });

  test('tells the history, newest first', () => {
    expect(snapshot.events.filter(({ entry }) => entry === 'edges/edge')).toEqual([
      {
        on: '2026-11-20',
        entry: 'edges/edge',
        kind: 're-verified',
        from: 'shipped, experimental',
        to: 'shipped, experimental',
      },
      { on: '2026-01-02', entry: 'edges/edge', kind: 'improved', from: 'open', to: 'shipped, experimental' },
      { on: '2025-08-17', entry: 'edges/edge', kind: 'added', to: 'open' },
    ]);
  });

  test('does not depend on what the link check found', () => {
    const linkHealth = createLinkHealth([createLinkRecord({ state: 'dead', lastOk: null })]);
    expect(deriveSnapshot({ ...content, linkHealth })).toEqual(snapshot);
  });

  test('does not depend on the order in which entries were read', () => {
    const reversed = Object.fromEntries(
      Object.entries(content.entries).map(([name, list]) => [name, list.toReversed()]),
    ) as unknown as typeof content.entries;
    expect(renderSnapshot(deriveSnapshot({ ...content, entries: reversed }))).toBe(renderSnapshot(snapshot));
  });
});

describe('its text', () => {
  const text = renderSnapshot(snapshot);

  test('is read back as it was, and fits the schema', () => {
    expect(snapshotSchema.parse(JSON.parse(text))).toEqual(snapshot);
  });

  test('has a line for each thing a reviewer looks at', () => {
    const lines = text.split('\n');
    expect(lines).toContain('      "status": "shipped",');
    expect(lines).toContain('      "freshUntil": "2027-02-18",');
    expect(lines).toContain('      "facts": { "severity": "major" },');
    expect(lines).toContain(
      '    { "on": "2026-01-02", "entry": "edges/edge", "kind": "improved", "from": "open", "to": "shipped, experimental" },',
    );
    expect(lines.at(-1)).toBe('');
  });

  test('holds no character that steers a terminal', () => {
    const hostile = deriveSnapshot(createContent({ edges: [createEdge({ title: 'A\u202e\u009b31m title' })] }));
    expect(renderSnapshot(hostile)).toContain(String.raw`"title": "A\u202e\u009b31m title"`);
  });
});
