import { z } from 'zod';
import { collections, type CollectionName } from '#schema/collections.ts';
import type { Entry } from '../content.ts';
import type { Json } from '../json.ts';
import { listJudgements } from '../judgements.ts';
import { isClaimEntry } from '../content.ts';
import type { Reference } from '../references.ts';

/** As much of a JSON Schema as tells a word from wording. */
interface Shape {
  properties?: Record<string, Shape>;
  additionalProperties?: Shape | boolean;
  items?: Shape;
  anyOf?: Shape[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
}

const shapes = new Map<CollectionName, Shape>();

/**
 * The fields of a record that judge, count, date or name something. Wording is left out, so that mending a sentence
 * changes no snapshot; so is what stands elsewhere in it: title, judgements and plain lists of ids.
 */
export function deriveFacts(entry: Entry, references: readonly Reference[]): Record<string, Json> {
  const told = new Set<unknown>(['title', 'draft', 'origin']);
  if (isClaimEntry(entry)) for (const { path } of listJudgements(entry)) told.add(path[0]);
  for (const { at } of references) {
    if ('path' in at && (at.path.length === 1 || (at.path.length === 2 && typeof at.path[1] === 'number')))
      told.add(at.path[0]);
  }
  const { properties = {} } = readShape(entry.collection);
  const data: Readonly<Record<string, unknown>> = { ...entry.data };
  const facts = Object.keys(properties).flatMap((key): [string, Json][] => {
    const fact = told.has(key) ? undefined : selectWords(data[key], properties[key] ?? {});
    return fact === undefined ? [] : [[key, fact]];
  });
  // An address is checked by rules, not by its type.
  if (entry.collection === 'sources' && entry.data.url !== undefined) facts.push(['url', entry.data.url]);
  return Object.fromEntries(facts);
}

function readShape(collection: CollectionName): Shape {
  const known = shapes.get(collection);
  if (known !== undefined) return known;
  const shape = z.toJSONSchema(collections[collection].schema, { unrepresentable: 'any' }) as Shape;
  shapes.set(collection, shape);
  return shape;
}

/** What of a value is no wording; undefined when nothing is. */
function selectWords(value: unknown, shape: Shape): Json | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return isWord(shape) ? value : undefined;
  if (Array.isArray(value)) return selectItems(value, shape.items ?? {});
  if (typeof value !== 'object' || value === null) return undefined;
  const branch = shape.anyOf?.find((item) => item.properties !== undefined) ?? shape;
  const others = typeof branch.additionalProperties === 'object' ? branch.additionalProperties : {};
  const words = Object.entries(value).flatMap(([key, item]): [string, Json][] => {
    const word = selectWords(item, branch.properties?.[key] ?? others);
    return word === undefined ? [] : [[key, word]];
  });
  return words.length === 0 ? undefined : Object.fromEntries(words);
}

/** A list. One of records that begin with an id of their own becomes a record by that id, so that each keeps its name. */
function selectItems(items: readonly unknown[], shape: Shape): Json | undefined {
  const [name, first] = Object.entries(shape.properties ?? {})[0] ?? [];
  if (name !== undefined && first !== undefined && isWord(first) && first.format === undefined) {
    const names = items.map((item) => (item as Record<string, unknown>)[name]);
    if (names.every((item) => typeof item === 'string') && new Set(names).size === names.length) {
      return selectWords(Object.fromEntries(items.map((item, index) => [names[index], item])), {
        additionalProperties: shape,
      });
    }
  }
  const words = items.map((item) => selectWords(item, shape)).filter((item) => item !== undefined);
  return words.length === 0 ? undefined : words;
}

function isWord({ enum: words, const: constant, pattern, format, anyOf = [] }: Shape): boolean {
  return [words, constant, pattern, format].some((item) => item !== undefined) || anyOf.some(isWord);
}
