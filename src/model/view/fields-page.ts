import { z } from 'zod';
import { collectionNames, collections, type CollectionName } from '#schema/collections.ts';
import { collectionTerms } from '../vocabulary.ts';

/** A field of a record, as its schema describes it. */
export interface Field {
  /** Path within the record: `assessments[].on`. */
  name: string;
  type: string;
  required: boolean;
  description: string;
}

interface JsonSchema {
  type?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: string[];
  format?: string;
  pattern?: string;
}

/** The fields of every collection, read from the schemas, so that the reference cannot differ from what is checked. */
export function deriveFieldReference(): {
  collection: CollectionName;
  title: string;
  folder: string;
  fields: Field[];
}[] {
  return collectionNames.map((collection) => {
    const { schema, extension } = collections[collection];
    return {
      collection,
      title: collectionTerms[collection].plural,
      folder: `content/${collection}/<id>${extension}`,
      fields: listFields(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema, ''),
    };
  });
}

function listFields({ properties = {}, required = [] }: JsonSchema, prefix: string): Field[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const isList = schema.type === 'array';
    const name = `${prefix}${key}${isList ? '[]' : ''}`;
    const inner = isList ? (schema.items ?? {}) : schema;
    return [
      { name, type: describeType(inner), required: required.includes(key), description: schema.description ?? '' },
      ...listFields(inner, `${name}.`),
    ];
  });
}

function describeType({ type, enum: words, format, properties }: JsonSchema): string {
  if (words !== undefined) return words.join(' | ');
  if (format === 'date') return 'YYYY-MM-DD';
  if (properties !== undefined) return 'group';
  return { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false' }[type ?? ''] ?? 'text';
}
