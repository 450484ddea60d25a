import { renderCanonical, type Json } from '../json.ts';

/** One value that is not as it was; undefined on the side where there is none. */
export interface ValueChange {
  path: readonly string[];
  before?: Json;
  after?: Json;
}

/** What a list gained and lost. The order of a list is not compared. */
export interface ListChange {
  path: readonly string[];
  added: readonly Json[];
  removed: readonly Json[];
}

export type FieldChange = ValueChange | ListChange;

export function isListChange(change: FieldChange): change is ListChange {
  return 'added' in change;
}

/** Compares two values field by field, whatever their fields are called: in the order of their paths. */
export function listFieldChanges(before: Json | undefined, after: Json | undefined): FieldChange[] {
  const [old, fresh] = [flatten(before), flatten(after)];
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return keys.flatMap((key): FieldChange[] => {
    const path = JSON.parse(key) as string[];
    const [was, is] = [old.get(key), fresh.get(key)];
    if (isList(was) && isList(is)) {
      const change = { path, added: subtract(is ?? [], was ?? []), removed: subtract(was ?? [], is ?? []) };
      return change.added.length + change.removed.length === 0 ? [] : [change];
    }
    if (was !== undefined && is !== undefined && renderCanonical(was) === renderCanonical(is)) return [];
    return [{ path, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });
}

function isList(value: Json | undefined): value is Json[] | undefined {
  return value === undefined || Array.isArray(value);
}

/** The values and lists within a value, by their paths. */
function flatten(value: Json | undefined, path: readonly string[] = []): Map<string, Json> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return new Map([[JSON.stringify(path), Array.isArray(value) ? sortItems(value) : value]]);
  }
  return new Map(Object.entries(value).flatMap(([key, item]) => [...flatten(item, [...path, key])]));
}

/** The items of a list that the other does not have, each as often as it has more of them. */
function subtract(items: readonly Json[], others: readonly Json[]): Json[] {
  const left = new Map<string, number>();
  for (const other of others) {
    const text = renderCanonical(other);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  return items.filter((item) => {
    const text = renderCanonical(item);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function sortItems(items: readonly Json[]): Json[] {
  return items
    .map((item) => [renderCanonical(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);
}
