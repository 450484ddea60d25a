import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collectionNames, collections, entryCollectionNames, type CollectionName } from '#schema/collections.ts';
import { waiversSchema } from '#schema/waiver.ts';
import {
  createBackground,
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createGuide,
  createNeed,
  createPattern,
  createProposal,
  createQuestion,
  createRoute,
  createRulePage,
  createSample,
  createSource,
} from '../model/entries.ts';

const plainEntries = [
  createBackground(),
  createEdge(),
  createFinding(),
  createGuide(),
  createNeed(),
  createPattern(),
  createProposal(),
  createQuestion(),
  createRoute(),
  createRulePage(),
  createSample(),
  createSource(),
];

/** What a schema refuses in a record, as `path: message`; nothing when it accepts it. */
function listIssues(collection: CollectionName, data: unknown): string[] {
  const issues = collections[collection].schema.safeParse(data).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  additionalProperties?: unknown;
}

/** Every field below a schema with what is said of it, at any depth. */
function listFields(schema: JsonSchema, prefix = ''): { name: string; schema: JsonSchema }[] {
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, field]) => [
      { name: `${prefix}${key}`, schema: field },
      ...listFields(field, `${prefix}${key}.`),
    ]),
    ...(schema.items === undefined ? [] : listFields(schema.items, prefix)),
    ...(schema.anyOf ?? []).flatMap((option) => listFields(option, prefix)),
  ];
}

/** Every group of keys in a schema, by its path. */
function listGroups(schema: JsonSchema): { name: string; schema: JsonSchema }[] {
  const inner = listFields(schema).map(({ name, schema: field }) => ({ name, schema: field.items ?? field }));
  return [{ name: 'the record', schema }, ...inner].filter(({ schema: group }) => group.properties !== undefined);
}

describe.each(collectionNames)('the records of %s', (collection) => {
  const json = z.toJSONSchema(collections[collection].schema, { io: 'input' }) as JsonSchema;

  test('have a description for every field', () => {
    const fields = listFields(json);
    expect(fields.map(({ name }) => name)).toContain('title');
    expect(fields.filter(({ schema }) => (schema.description ?? '') === '').map(({ name }) => name)).toEqual([]);
  });

  test('have descriptions that are sentences', () => {
    const wrong = listFields(json).filter(({ schema }) => !/^[A-Z`].*\.$/s.test(schema.description ?? ''));
    expect(wrong.map(({ name, schema }) => `${name}: ${schema.description ?? ''}`)).toEqual([]);
  });

  test('refuse unknown keys at every depth', () => {
    const open = listGroups(json).filter(({ schema }) => schema.additionalProperties !== false);
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});

test('every field of a waiver has a description', () => {
  const fields = listFields(z.toJSONSchema(waiversSchema, { io: 'input' }) as JsonSchema);
  expect(fields.map(({ name }) => name)).toEqual([
    'waivers',
    'waivers.match',
    'waivers.match.citation',
    'waivers.verdicts',
    'waivers.reason',
    'waivers.owner',
    'waivers.expires',
  ]);
  expect(fields.filter(({ schema }) => schema.description === undefined)).toEqual([]);
});

describe('the plain entries of the tests', () => {
  test.each(plainEntries.map((entry) => [entry.collection, entry] as const))(
    'of %s fit their schema',
    (_name, entry) => {
      expect(collections[entry.collection].schema.parse(entry.data)).toEqual(entry.data);
    },
  );

  test('are refused with a key that nobody knows', () => {
    for (const { collection, data } of plainEntries) {
      expect(listIssues(collection, { ...data, titel: 'x' })).toEqual([': Unrecognized key: "titel"']);
    }
  });
});

test('collections that make claims are all but the parts of the matrix, samples, sources and rules', () => {
  const others = collectionNames.filter((name) => !(entryCollectionNames as readonly string[]).includes(name));
  expect(others).toEqual(['needs', 'routes', 'samples', 'sources', 'rules']);
});

test('a key that nobody knows is refused deep in an assessment', () => {
  const evidence = [{ ...createEvidence(), link: 'https://example.com/' }];
  const { data } = createEdge();
  expect(listIssues('edges', { ...data, assessments: [{ ...createGapAssessment(), evidence }] })).toEqual([
    'assessments.0.evidence.0: Unrecognized key: "link"',
  ]);
});

test('fields that may be left out have the values of an entry that leaves them out', () => {
  const { draft, related, samples, docs, ...data } = createEdge().data;
  expect({ draft, related, samples, docs }).toEqual({ draft: false, related: [], samples: [], docs: [] });
  expect(collections.edges.schema.parse(data)).toEqual(createEdge().data);
});

describe('limits are refused one past them', () => {
  const { data } = createEdge();
  test.each([
    ['title', 'x'.repeat(90), 'x'.repeat(91), 'title: at most 90 characters'],
    ['summary', 'x'.repeat(320), 'x'.repeat(321), 'summary: at most 320 characters'],
    ['severityReason', 'x'.repeat(1200), 'x'.repeat(1201), 'severityReason: at most 1,200 characters'],
    ['gotcha', 'x', '  \n', 'gotcha: some text'],
    ['severity', 'minor', 'small', 'severity: Invalid option: expected one of "blocker"|"major"|"minor"'],
    ['workarounds', [], ['Not An Id'], 'workarounds.0: an id: lower-case letters, digits and single hyphens'],
    ['assessments', [createGapAssessment()], [], 'assessments: at least one assessment'],
  ])('%s', (key, accepted, refused, issue) => {
    expect(listIssues('edges', { ...data, [key]: accepted })).toEqual([]);
    expect(listIssues('edges', { ...data, [key]: refused })).toEqual([issue]);
  });
});
