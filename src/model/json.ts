/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The same text for the same value, whatever the order of its keys. */
export function renderCanonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(renderCanonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${renderCanonical(value[key] as Json)}`);
  return `{${pairs.join(',')}}`;
}
