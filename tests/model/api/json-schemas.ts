import { constantFrom, dictionary, letrec, oneof, type Arbitrary } from 'fast-check';
import type { JsonSchema } from '#model/api/json-schema.ts';

const keys = constantFrom('alpha', 'beta', 'gamma', 'delta_one', 'epsilon');

/** Schemas as zod writes those of the API: records, lists, words, and each of them or null. */
export const jsonSchemas: Arbitrary<JsonSchema> = letrec<{ schema: JsonSchema; record: JsonSchema }>((tie) => ({
  record: dictionary(keys, tie('schema'), { minKeys: 1, maxKeys: 4 }).map((properties) => ({
    type: 'object',
    properties: { ...properties },
    required: Object.keys(properties),
  })),
  schema: oneof(
    { maxDepth: 3, withCrossShrink: true },
    constantFrom<JsonSchema>(
      { type: 'string' },
      { type: 'integer' },
      { type: 'boolean' },
      { type: ['string', 'null'] },
      { type: 'string', enum: ['one', 'two', 'three'] },
      { type: 'string', format: 'date' },
    ),
    tie('record'),
    tie('schema').map((items): JsonSchema => ({ type: 'array', items })),
    tie('record').map((record): JsonSchema => ({ anyOf: [record, { type: 'null' }] })),
  ),
})).record;

/** The record at the head of a schema and all records in it, each to be changed in place. */
export function listRecords(schema: JsonSchema): JsonSchema[] {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ];
  return [...(schema.properties ? [schema] : []), ...inner.flatMap(listRecords)];
}
