import { z } from 'zod';

/** A JSON Schema of draft 2020-12, as far as the API's own schemas use it. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  [constraint: string]: unknown;
}

/**
 * The published schema of a document. It is open: a minor version may add properties, and a reader that validates against
 * an older schema must not fail on them.
 */
export function deriveJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // `format: date` says it; the pattern behind it is 200 characters of leap years.
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  }) as JsonSchema;
}

/** A schema as it is published: under its own URL, with its name as title. */
export function derivePublishedSchema(schema: z.ZodType, { name, id }: { name: string; id: string }): JsonSchema {
  const { $schema, ...rest } = deriveJsonSchema(schema);
  return { ...($schema !== undefined && { $schema }), $id: id, title: name, ...rest };
}
