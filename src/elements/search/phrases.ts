import type { Answer } from './search-index.ts';

/** What the status says of an answer. */
export function describeAnswer({ asked, query, count, missing, filteredOut }: Omit<Answer, 'load'>): string {
  const words = describeCount(count, filteredOut);
  if (query === '') return words;
  if (asked !== query) return `Nothing has ${quote(asked)}. ${words} for ${quote(query)}`;
  if (count > 0 && missing.length > 0) return `Nothing has ${missing.map(quote).join(' or ')}. ${words} that come near`;
  return `${words} for ${quote(query)}`;
}

function describeCount(count: number, filteredOut: number): string {
  const words = `${count === 0 ? 'No' : count} ${count === 1 ? 'result' : 'results'}`;
  return count === 0 && filteredOut > 0
    ? `${words} of this kind and status, ${filteredOut} without the filters,`
    : words;
}

function quote(words: string): string {
  return `“${words}”`;
}
