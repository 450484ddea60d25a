import { renderList } from '#report/phrase.ts';
import { findNearMiss } from '../near-miss.ts';
import type { ContractChange } from './compare-contracts.ts';
import type { JsonSchema } from './json-schema.ts';

/** Where a schema stands: its path in the contract, and its name for a reader, `edge.current.status`. */
interface At {
  path: readonly string[];
  name: string;
}

/**
 * What differs between two schemas of one place, for those who read documents. What documents could not hold before and
 * can now is breaking, but for new properties and new words of a list, which readers were told to expect. What documents
 * no longer hold is breaking where it was a property or a word, and an addition to what is known where it is a narrower form.
 */
export function compareSchemas(before: JsonSchema, after: JsonSchema, at: At): ContractChange[] {
  const [was, is] = [splitNull(before), splitNull(after)];
  const changes = compareNull(was.isNullable, is.isNullable, at);
  const inner = was.steps.length === 0 ? at : { ...at, path: [...at.path, ...was.steps] };
  const [from, to] = [describeType(was.schema), describeType(is.schema)];
  if (from !== to) {
    const what = `type of \`${at.name}\`: \`${to}\``;
    return [...changes, breaking(inner.path, what, `\`${from}\``, 'add a property of another name with the new type')];
  }
  return [
    ...changes,
    ...compareConstraints(was.schema, is.schema, inner),
    ...compareWords(was.schema, is.schema, inner),
    ...compareProperties(was.schema, is.schema, inner),
    ...compareItems(was.schema, is.schema, inner),
  ];
}

function breaking(path: readonly string[], what: string, expected: string, hint?: string): ContractChange {
  return { kind: 'breaking', path, what, expected, ...(hint !== undefined && { hint }) };
}

function addition(path: readonly string[], what: string): ContractChange {
  return { kind: 'addition', path, what, expected: 'it to be announced' };
}

/** A schema apart from whether null is allowed, with the steps into it where null stands beside it. */
function splitNull(schema: JsonSchema): { schema: JsonSchema; isNullable: boolean; steps: readonly string[] } {
  if (Array.isArray(schema.type)) {
    const others = schema.type.filter((type) => type !== 'null');
    const type = others.length === 1 ? others[0] : others;
    return { schema: { ...schema, type }, isNullable: others.length < schema.type.length, steps: [] };
  }
  const options = schema.anyOf ?? [];
  const others = options.filter(({ type }) => type !== 'null');
  const [only] = others;
  return only === undefined || others.length > 1 || others.length === options.length
    ? { schema, isNullable: false, steps: [] }
    : { schema: only, isNullable: true, steps: ['anyOf', String(options.indexOf(only))] };
}

function compareNull(was: boolean, is: boolean, { path, name }: At): ContractChange[] {
  if (was === is) return [];
  return is
    ? [breaking(path, `null in \`${name}\``, 'a value in every document')]
    : [addition(path, `end of null in \`${name}\``)];
}

function describeType({ type, anyOf }: JsonSchema): string {
  return type === undefined ? (anyOf?.map(describeType).join(' or ') ?? 'anything') : [type].flat().join(' or ');
}

/** Keywords that `compareSchemas` follows by itself. */
const followed = new Set(['type', 'properties', 'required', 'items', 'enum', 'title', 'description', '$id', '$schema']);

/** Formats, patterns, limits, fixed values and whatever else is said of a value: to say more narrows it, all else does not. */
function compareConstraints(before: JsonSchema, after: JsonSchema, { path, name }: At): ContractChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => !followed.has(key))
    .flatMap((key) => {
      const [was, is] = [renderValue(before[key]), renderValue(after[key])];
      if (was === is) return [];
      if (was === undefined) return [addition(path, `new \`${key}\` of \`${name}\`: \`${is ?? 'nothing'}\``)];
      return [
        is === undefined
          ? breaking(path, `removal of \`${key}\` of \`${name}\``, `\`${was}\``)
          : breaking(path, `\`${key}\` of \`${name}\`: \`${is}\``, `\`${was}\``),
      ];
    });
}

function renderValue(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function compareWords(before: JsonSchema, after: JsonSchema, { path, name }: At): ContractChange[] {
  const { enum: was } = before;
  const { enum: is } = after;
  if (was === undefined && is === undefined) return [];
  if (was === undefined) return [addition(path, `new list of words in \`${name}\``)];
  if (is === undefined) return [breaking(path, `end of the list of words in \`${name}\``, 'it to stay')];
  const [lost, gained] = [was.filter((word) => !is.includes(word)), is.filter((word) => !was.includes(word))];
  const render = (words: unknown[]) => renderList(words.map((word) => `\`${String(word)}\``));
  return [
    ...(lost.length === 0
      ? []
      : [
          breaking(
            path,
            `removal of ${render(lost)} from the words of \`${name}\``,
            'every word to stay',
            'a word that is no longer used may stay in the list',
          ),
        ]),
    ...(gained.length === 0 ? [] : [addition(path, `new ${render(gained)} in the words of \`${name}\``)]),
  ];
}

function compareProperties(before: JsonSchema, after: JsonSchema, { path, name }: At): ContractChange[] {
  const [was, is] = [before.properties ?? {}, after.properties ?? {}];
  const added = Object.keys(is).filter((key) => was[key] === undefined);
  const isRequired = ({ required = [] }: JsonSchema, key: string) => required.includes(key);
  return [
    ...Object.entries(was).flatMap(([key, schema]) => {
      const now = is[key];
      const inner = { path: [...path, 'properties', key], name: `${name}.${key}` };
      if (now === undefined) {
        const near = findNearMiss(key, added);
        const hint = near === undefined ? undefined : `if \`${near}\` is its new name, give both`;
        return [breaking(inner.path, `removal of \`${inner.name}\``, 'every property to stay', hint)];
      }
      const changes = compareSchemas(schema, now, inner);
      if (isRequired(before, key) === isRequired(after, key)) return changes;
      return [
        isRequired(before, key)
          ? breaking(
              inner.path,
              `optional \`${inner.name}\``,
              'it in every document',
              'give null where there is nothing',
            )
          : addition(inner.path, `required \`${inner.name}\``),
        ...changes,
      ];
    }),
    ...added.map((key) => addition(path, `new \`${name}.${key}\``)),
  ];
}

function compareItems({ items: was }: JsonSchema, { items: is }: JsonSchema, { path, name }: At): ContractChange[] {
  if (was === undefined && is === undefined) return [];
  const inner = { path: [...path, 'items'], name: `${name}[]` };
  if (was === undefined) return [addition(path, `new form of \`${inner.name}\``)];
  return compareSchemas(was, is ?? {}, inner);
}
