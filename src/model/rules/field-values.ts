/** A text in the front matter, with the field it stands in. */
export interface FieldText {
  text: string;
  /** Name of the nearest key; list items carry the key of their list. */
  key: string;
  path: readonly (string | number)[];
}

/** All texts of a record, at any depth, in the order they are written. */
export function listFieldTexts(value: unknown, key = '', path: FieldText['path'] = []): FieldText[] {
  if (typeof value === 'string') return [{ text: value, key, path }];
  if (Array.isArray(value))
    return value.flatMap((child: unknown, index) => listFieldTexts(child, key, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]: [string, unknown]) =>
    listFieldTexts(child, name, [...path, name]),
  );
}
