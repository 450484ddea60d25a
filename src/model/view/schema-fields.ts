import type { JsonSchema } from '../api/json-schema.ts';

/** A field of a record, as its schema describes it. */
export interface Field {
  /** Path within the record: `assessments[].on`. */
  name: string;
  type: string;
  required: boolean;
  description: string;
}

/** Records that are described once and named elsewhere, by what `renderShape` makes of them. */
export type NamedShapes = ReadonlyMap<string, string>;

/** Every field of a schema, those of inner records after the record. */
export function listFields(schema: JsonSchema, named: NamedShapes = new Map(), prefix = ''): Field[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([key, property]) => {
    const { schema: outer, isNullable } = removeNull(property);
    const isList = outer.type === 'array';
    const name = `${prefix}${key}${isList ? '[]' : ''}`;
    const inner = isList ? (outer.items ?? {}) : outer;
    const shape = named.get(renderShape(inner));
    const type = `${shape ?? describeType(inner)}${isNullable ? ' or null' : ''}`;
    const description = property.description ?? outer.description ?? '';
    return [
      { name, type, required: required.includes(key), description },
      ...(shape === undefined ? listFields(inner, named, `${name}.`) : []),
    ];
  });
}

/** What two records have in common that hold the same fields. */
export function renderShape({ properties }: JsonSchema): string {
  return JSON.stringify(properties ?? null);
}

function removeNull(schema: JsonSchema): { schema: JsonSchema; isNullable: boolean } {
  if (Array.isArray(schema.type)) {
    const [type] = schema.type.filter((name) => name !== 'null');
    return { schema: { ...schema, type }, isNullable: schema.type.includes('null') };
  }
  const others = (schema.anyOf ?? []).filter(({ type }) => type !== 'null');
  const isNullable = schema.anyOf !== undefined && others.length < schema.anyOf.length;
  return isNullable && others[0] !== undefined ? { schema: others[0], isNullable } : { schema, isNullable: false };
}

function describeType({ type, enum: words, const: fixed, format, properties }: JsonSchema): string {
  if (words !== undefined) return words.join(' | ');
  if (typeof fixed === 'string' || typeof fixed === 'number') return String(fixed);
  if (format === 'date') return 'YYYY-MM-DD';
  if (format === 'date-time') return 'time in UTC';
  if (format === 'uri') return 'URL';
  if (properties !== undefined) return 'group';
  return (typeof type === 'string' ? typeWords[type] : undefined) ?? 'text';
}

const typeWords: Readonly<Record<string, string>> = {
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
};
