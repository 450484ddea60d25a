import { apiSchemas } from '#schema/api/documents.ts';
import { entryCollectionNames } from '#schema/collections.ts';
import { listCsvColumns } from './csv.ts';
import { matrixColumns } from './matrix-csv.ts';
import { deriveJsonSchema, type JsonSchema } from './json-schema.ts';

/** What readers of the API may rely on: the shape of every document, without its words. */
export type Contract = Readonly<Record<string, JsonSchema>>;

/** The contract that the code keeps today. A CSV file stands in it as a record of its columns. */
export function deriveContract(): Contract {
  const documents = Object.entries(apiSchemas).map(([name, schema]) => [name, removeWords(deriveJsonSchema(schema))]);
  const tables = [
    ...entryCollectionNames.map((name) => [`${name}.csv`, describeTable(listCsvColumns(name))]),
    ['matrix.csv', describeTable(matrixColumns)],
  ];
  return Object.fromEntries([...documents, ...tables]) as Contract;
}

function describeTable(columns: readonly string[]): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column, {}])),
    required: [...columns],
  };
}

/** A schema without descriptions: to say a thing better breaks nobody. */
function removeWords(described: JsonSchema): JsonSchema {
  const schema = { ...described };
  delete schema.$schema;
  delete schema.description;
  const { properties, items, anyOf, additionalProperties } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, removeWords(inner)])),
    }),
    ...(items && { items: removeWords(items) }),
    ...(anyOf && { anyOf: anyOf.map(removeWords) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: removeWords(additionalProperties) }),
  };
}
