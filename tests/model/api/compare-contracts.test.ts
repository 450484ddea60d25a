import { assert, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareContracts, type ContractChange } from '#model/api/compare-contracts.ts';
import type { JsonSchema } from '#model/api/json-schema.ts';
import { jsonSchemas, listRecords } from './json-schemas.ts';

const record = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
});

function describeChanges(before: JsonSchema, after: JsonSchema): string[] {
  return compareContracts({ edge: before }, { edge: after }).map(render);
}

function render({ kind, what, expected, hint }: ContractChange): string {
  return `${kind}: ${what}, expected ${expected}${hint === undefined ? '' : ` (${hint})`}`;
}

const text: JsonSchema = { type: 'string' };
const before = record({
  id: text,
  status: { type: 'string', enum: ['open', 'shipped'] },
  owner: { type: ['string', 'null'] },
  on: { type: 'string', format: 'date' },
  facts: { anyOf: [record({ severity: text }), { type: 'null' }] },
  items: { type: 'array', items: record({ name: text }) },
  kind: { type: 'string', const: 'a' },
});
const properties = before.properties ?? {};

describe('what breaks a reader', () => {
  test.each<[string, JsonSchema, string]>([
    ['a property is removed', record(without('id')), 'breaking: removal of `edge.id`, expected every property to stay'],
    [
      'a property is optional',
      record(properties, Object.keys(without('owner'))),
      'breaking: optional `edge.owner`, expected it in every document (give null where there is nothing)',
    ],
    [
      'a value may be null',
      record({ ...properties, id: { type: ['string', 'null'] } }),
      'breaking: null in `edge.id`, expected a value in every document',
    ],
    [
      'a type changes',
      record({ ...properties, id: { type: 'integer' } }),
      'breaking: type of `edge.id`: `integer`, expected `string` (add a property of another name with the new type)',
    ],
    [
      'a text becomes a record',
      record({ ...properties, id: record({ value: text }) }),
      'breaking: type of `edge.id`: `object`, expected `string` (add a property of another name with the new type)',
    ],
    [
      'a word is removed',
      record({ ...properties, status: { type: 'string', enum: ['open'] } }),
      'breaking: removal of `shipped` from the words of `edge.status`, expected every word to stay (a word that is no longer used may stay in the list)',
    ],
    [
      'a list of words ends',
      record({ ...properties, status: text }),
      'breaking: end of the list of words in `edge.status`, expected it to stay',
    ],
    [
      'a format ends',
      record({ ...properties, on: text }),
      'breaking: removal of `format` of `edge.on`, expected `"date"`',
    ],
    [
      'a fixed value changes',
      record({ ...properties, kind: { type: 'string', const: 'b' } }),
      'breaking: `const` of `edge.kind`: `"b"`, expected `"a"`',
    ],
    [
      'a property of a record that may be null is removed',
      record({ ...properties, facts: { anyOf: [record({}), { type: 'null' }] } }),
      'breaking: removal of `edge.facts.severity`, expected every property to stay',
    ],
    [
      'a property of the items of a list is removed',
      record({ ...properties, items: { type: 'array', items: record({}) } }),
      'breaking: removal of `edge.items[].name`, expected every property to stay',
    ],
  ])('%s', (_, after, expected) => {
    expect(describeChanges(before, after)).toEqual([expected]);
  });

  test('a renamed property is a removal, and the new name is told', () => {
    expect(describeChanges(record({ status: text }), record({ statuses: text }))).toEqual([
      'breaking: removal of `edge.status`, expected every property to stay (if `statuses` is its new name, give both)',
      'addition: new `edge.statuses`, expected it to be announced',
    ]);
  });

  test('a document is removed, or has another name', () => {
    expect(compareContracts({ 'link-health': before }, { 'links-health': before }).map(render)).toEqual([
      'breaking: removal of the document `link-health`, expected every document of the contract to stay (if `links-health` is its new name, publish it beside the old one)',
      'addition: new document `links-health`, expected it to be announced',
    ]);
  });
});

describe('what is to be announced and breaks nobody', () => {
  test.each<[string, JsonSchema, string]>([
    ['a new property', record({ ...properties, more: text }), 'addition: new `edge.more`, expected it to be announced'],
    [
      'a new word',
      record({ ...properties, status: { type: 'string', enum: ['open', 'shipped', 'unknown'] } }),
      'addition: new `unknown` in the words of `edge.status`, expected it to be announced',
    ],
    [
      'a value that is no longer null',
      record({ ...properties, owner: text }),
      'addition: end of null in `edge.owner`, expected it to be announced',
    ],
    [
      'a narrower form',
      record({ ...properties, id: { type: 'string', pattern: '^a' } }),
      'addition: new `pattern` of `edge.id`: `"^a"`, expected it to be announced',
    ],
    [
      'words for what was any text',
      record({ ...properties, id: { type: 'string', enum: ['a'] } }),
      'addition: new list of words in `edge.id`, expected it to be announced',
    ],
  ])('%s', (_, after, expected) => {
    expect(describeChanges(before, after)).toEqual([expected]);
  });
});

test('words and order are no part of the contract', () => {
  const reordered = record({ ...Object.fromEntries(Object.entries(properties).reverse()) });
  expect(describeChanges(before, { ...reordered, description: 'Said better.' })).toEqual([]);
});

describe('for any schema', () => {
  test('nothing differs from itself', () => {
    assert(
      property(jsonSchemas, (schema) => {
        expect(describeChanges(schema, structuredClone(schema))).toEqual([]);
      }),
    );
  });

  test('the removal of any property is breaking, and its return an addition', () => {
    assert(
      property(jsonSchemas, nat(), nat(), (schema, first, second) => {
        const less = structuredClone(schema);
        const records = listRecords(less);
        const chosen = records[first % records.length];
        const names = Object.keys(chosen?.properties ?? {});
        const name = names[second % names.length] ?? '';
        if (chosen?.properties) {
          chosen.properties = Object.fromEntries(Object.entries(chosen.properties).filter(([key]) => key !== name));
          chosen.required = Object.keys(chosen.properties);
        }
        const removed = compareContracts({ edge: schema }, { edge: less });
        expect(removed).toMatchObject([{ kind: 'breaking', expected: 'every property to stay' }]);
        expect(removed[0]?.path.at(-1)).toBe(name);
        expect(compareContracts({ edge: less }, { edge: schema })).toMatchObject([{ kind: 'addition' }]);
      }),
    );
  });

  test('a property that may be missing or null somewhere is breaking', () => {
    assert(
      property(jsonSchemas, nat(), (schema, index) => {
        const looser = structuredClone(schema);
        const records = listRecords(looser);
        const chosen = records[index % records.length];
        if (chosen) chosen.required = chosen.required?.slice(1);
        expect(compareContracts({ edge: schema }, { edge: looser })).toMatchObject([
          { kind: 'breaking', expected: 'it in every document' },
        ]);
      }),
    );
  });
});

function without(name: string): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name));
}
