import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { apiCollectionNames } from '#schema/api/collections.ts';
import { apiSchemas, entrySchemaNames } from '#schema/api/documents.ts';
import { listApiEntries, type ApiEntry } from '#model/api/entries.ts';
import { deriveCollectionDocument, deriveEntryDocument } from '#model/api/entry-documents.ts';
import { deriveSingleDocument, singleDocumentNames } from '#model/api/single-documents.ts';
import {
  createBackground,
  createCell,
  createCitingProse,
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createGuide,
  createLinkHealth,
  createLinkRecord,
  createModel,
  createNeed,
  createPattern,
  createProposal,
  createProse,
  createQuestion,
  createRoute,
  createRulePage,
  createSample,
  createSource,
} from '../entries.ts';
import { createTestApi } from './apis.ts';

const prose = createProse({
  elements: [{ name: 'Sample', attributes: { id: 'sample' }, place: { line: 20, column: 1 } }],
});
const model = createModel({
  edges: [
    createEdge({
      title: 'No `await` here',
      summary: 'It says `await` & waits.',
      gotcha: 'A warning.',
      owner: 'A name',
      workarounds: ['pattern'],
      proposals: ['proposal'],
      docs: ['manual'],
      samples: ['sample'],
      assessments: [
        createGapAssessment({ on: '2026-01-01' }),
        createGapAssessment({
          on: '2026-11-20',
          status: 'partially-addressed',
          remaining: 'What remains.',
          correction: 'What was wrong.',
          disputed: 'Why.',
          target: { iris: '2026.1' },
          evidence: [
            createEvidence({
              kind: 'absence-search',
              quote: 'Words.',
              locator: 'L1',
              absence: [{ where: 'The manual', query: 'async', on: '2026-11-20', hits: 0 }],
            }),
          ],
        }),
      ],
      prose: createCitingProse('manual'),
    }),
  ],
  patterns: [createPattern({ limits: ['No `await`.'], eases: ['edge'], prose })],
  proposals: [createProposal({ closes: ['edge'], extends: ['pattern'], prototypes: ['sample'] })],
  findings: [createFinding()],
  guides: [createGuide()],
  background: [createBackground()],
  questions: [
    createQuestion({ blocks: ['edge'], probe: 'sample' }),
    createQuestion({
      id: 'settled',
      order: 2,
      settled: { on: '2026-11-20', answer: 'Yes.', evidence: [createEvidence()] },
    }),
  ],
  samples: [createSample({ control: 'An assertion.' })],
  sources: [
    createSource({ id: 'analysis', title: 'The analysis', kind: 'document', url: undefined, locator: 'Page 1' }),
    createSource({ note: 'A note.', archive: { url: 'https://archive.example/a', on: '2026-10-01' } }),
    createSource({ id: 'old', url: 'https://example.com/old', retired: { reason: 'Why.', use: 'manual' } }),
  ],
  rules: [createRulePage()],
  routes: [createRoute()],
  needs: [createNeed({ cells: [createCell({ proof: ['edge', 'pattern', 'guide', 'question', 'sample'] })] })],
  linkHealth: createLinkHealth([
    createLinkRecord({ suggestion: { kind: 'https', value: 'https://example.com/new', confidence: 'high' } }),
  ]),
});
const api = createTestApi(model);

/** What the strict schema says of a document: nothing when it is as promised, to the last key. */
function validate(name: string, document: object): string[] {
  const result = apiSchemas[name]?.safeParse(document);
  return result?.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

function deriveEntry(collection: ApiEntry['collection'], id: string): Record<string, unknown> {
  const entry = model.find(collection, id) as ApiEntry | undefined;
  if (entry === undefined) throw new RangeError(`no ${collection}/${id}`);
  return deriveEntryDocument(api, entry) as Record<string, unknown>;
}

describe('documents are what their strict schemas say', () => {
  test.each(apiCollectionNames)('the list of %s', (name) => {
    expect(validate(name, deriveCollectionDocument(api, name))).toEqual([]);
  });

  test.each(singleDocumentNames)('%s', (name) => {
    expect(validate(name, deriveSingleDocument(api, name))).toEqual([]);
  });

  test.each(listApiEntries(model.content.entries).map((entry) => [`${entry.collection}/${entry.id}`, entry] as const))(
    '%s',
    (_, entry) => {
      expect(validate(entrySchemaNames[entry.collection], deriveEntryDocument(api, entry))).toEqual([]);
    },
  );

  test('a key that the schema does not name would be seen', () => {
    const document = { ...deriveCollectionDocument(api, 'edges'), surplus: 1 };
    expect(validate('edges', document)).toEqual([': Unrecognized key: "surplus"']);
  });
});

describe('names', () => {
  test('are snake_case in every document, and have a description', () => {
    const names = Object.values(apiSchemas).flatMap((schema) => listProperties(schema));
    expect(names.length).toBeGreaterThan(500);
    const known = new Set(['$schema', 'schemaVersion']);
    expect(names.filter(({ name }) => !/^[a-z]+\d*(_[a-z0-9]+)*$/.test(name) && !known.has(name))).toEqual([]);
    expect(names.filter(({ description }) => description === '')).toEqual([]);
  });

  test('no document has a field that may be missing: what is not there is null', () => {
    const optional = Object.values(apiSchemas).flatMap((schema) =>
      listProperties(schema).filter(({ isRequired }) => !isRequired),
    );
    expect(optional).toEqual([]);
  });
});

interface Node {
  properties?: Record<string, Node & { description?: string }>;
  required?: string[];
  items?: Node;
  anyOf?: Node[];
}

function listProperties(schema: z.ZodType): { name: string; description: string; isRequired: boolean }[] {
  const walk = ({ properties = {}, required = [], items, anyOf = [] }: Node): ReturnType<typeof listProperties> => [
    ...Object.entries(properties).flatMap(([name, inner]) => [
      { name, description: inner.description ?? '', isRequired: required.includes(name) },
      ...walk(inner),
    ]),
    ...(items === undefined ? [] : walk(items)),
    ...anyOf.flatMap(walk),
  ];
  return walk(z.toJSONSchema(schema) as Node);
}

describe('an entry', () => {
  const edge = deriveEntry('edges', 'edge');

  test('has its current state, and the day for which its verification holds', () => {
    expect(edge).toMatchObject({
      title: 'No await here',
      summary_text: 'It says await & waits.',
      summary_html: 'It says <code>await</code> &amp; waits.',
      current: {
        on: '2026-11-20',
        status: 'partially-addressed',
        status_label: 'Partly addressed',
        remaining_text: 'What remains.',
        target_iris: '2026.1',
      },
      verification: { state: 'verified', state_label: 'Verified', fresh_until: '2027-02-18', as_of: '2026-11-21' },
      assessment_count: 2,
      facts: { severity: 'major', gotcha_text: 'A warning.', owner: 'A name' },
    });
  });

  test('has every judgement with its evidence, oldest first', () => {
    expect(edge.assessments).toMatchObject([
      { on: '2026-01-01', is_current: false, evidence: [{ searches: [] }] },
      {
        on: '2026-11-20',
        is_current: true,
        evidence: [
          {
            source: {
              id: 'manual',
              url: 'https://example.com/manual',
              link_state: 'healthy',
              last_read_on: '2026-11-20',
              links: { html: 'https://site.example/sub/sources/manual/' },
            },
            quote: 'Words.',
            searches: [{ where: 'The manual', query: 'async', on: '2026-11-20', hits: 0 }],
          },
        ],
      },
    ]);
  });

  test('has relations both ways, and says who states them', () => {
    const relations = edge.relations as { relation: string; direction: string; entry: { id: string } }[];
    expect(relations.map(({ relation, direction, entry }) => `${relation} ${direction} ${entry.id}`)).toEqual([
      'samples to sample',
      'workarounds to pattern',
      'proposals to proposal',
      'eases from pattern',
      'closes from proposal',
      'blocks from question',
      'illustrates from sample',
    ]);
  });

  test('links its page, its document, its Markdown, its feeds and its badge', () => {
    expect(edge.links).toEqual({
      html: 'https://site.example/sub/edges/edge/',
      json: 'https://site.example/sub/api/v1/edges/edge.json',
      badge: 'https://site.example/sub/edges/edge/badge.json',
      feed_atom: 'https://site.example/sub/edges/edge/feed.xml',
      feed_json: 'https://site.example/sub/edges/edge/feed.json',
      markdown: 'https://site.example/sub/edges/edge/index.md',
    });
  });

  test('that is an open question has no current judgement and no verification', () => {
    expect(deriveEntry('questions', 'question')).toMatchObject({
      current: null,
      verification: null,
      assessments: [],
      facts: { is_settled: false },
    });
  });

  test('that shows a sample in its prose says so', () => {
    expect(deriveEntry('patterns', 'pattern').relations).toContainEqual(
      expect.objectContaining({ relation: 'shows', direction: 'to' }),
    );
  });
});

test('a source that was retired names the one to use', () => {
  expect(deriveEntry('sources', 'old')).toMatchObject({ use_instead: { id: 'manual' }, cited_by_count: 0 });
  const { use_instead, cited_by } = deriveEntry('sources', 'manual');
  expect(use_instead).toBeNull();
  expect((cited_by as { id: string }[]).map(({ id }) => id)).toEqual([
    'pattern',
    'edge',
    'proposal',
    'finding',
    'guide',
    'background-entry',
    'settled',
  ]);
});

test('events tell of the state before and after', () => {
  const { events } = deriveSingleDocument(api, 'events') as { events: object[] };
  expect(events).toContainEqual(
    expect.objectContaining({
      id: 'edges/edge/2026-11-20',
      kind: 'improved',
      before: { status: 'open', status_label: 'Open', maturity: null },
      after: { status: 'partially-addressed', status_label: 'Partly addressed', maturity: null },
    }),
  );
});

test('a sample that nobody has run is untested, and claims no runtime', () => {
  expect(deriveEntry('samples', 'sample').runs).toContainEqual({
    runtime: 'pyodide',
    outcome: 'untested',
    outcome_label: 'Untested',
    expected: 'pass',
    note: 'Not run for the record yet.',
    runtime_version: null,
    python_version: null,
    host: null,
    ran_on: null,
  });
});

test('before the first live check no citation counts as verified', () => {
  const unchecked = createTestApi(createModel({ sources: [createSource()] }));
  expect(deriveSingleDocument(unchecked, 'link-health')).toMatchObject({
    has_run: false,
    checked_on: null,
    citation_count: 1,
    citations: [{ id: 'manual', state: 'new', finding: null, last_read_on: null }],
  });
});
