/** Writes a value as another was written: in the same quotes, or in single ones where it cannot do without. */
export function renderLike(written: string, value: string): string {
  if (written.startsWith('"')) return JSON.stringify(value);
  const needsQuotes = !/^[\w/][^\s,[\]{}]*$/.test(value) || value.endsWith(':');
  return written.startsWith("'") || needsQuotes ? `'${value.replaceAll("'", "''")}'` : value;
}
