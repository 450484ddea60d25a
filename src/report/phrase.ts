/** Joins alternatives for a sentence: "a, b or c". */
export function renderAlternatives(items: readonly string[]): string {
  return join(items, 'or');
}

/** Joins what holds together for a sentence: "a, b and c". */
export function renderList(items: readonly string[]): string {
  return join(items, 'and');
}

function join(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}

/** A number with its noun: "1 error", "3 errors". */
export function renderCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? singular : plural}`;
}
