import type { LinkRecord } from '#schema/link-health.ts';
import type { Citation } from '../citation.ts';
import { selectAdapter } from '../adapters/adapters.ts';
import type { Page } from './case.ts';

type Suggestion = NonNullable<LinkRecord['suggestion']>;

/** What a source file takes. */
const longestUrl = 1200;

/** A replacement, unless nobody could cite it. */
export function suggest(
  kind: Suggestion['kind'],
  value: string,
  confidence: Suggestion['confidence'],
): Suggestion | undefined {
  return value.length > longestUrl ? undefined : { kind, value, confidence };
}

/** Other URLs of the cited document, best first: those of the source, then those that its site is known to have. */
export function listFallbacks({ url, fallbacks }: Pick<Citation, 'url' | 'fallbacks'>): string[] {
  const parsed = URL.parse(url);
  const known = parsed === null ? [] : selectAdapter(parsed).listFallbacks(parsed);
  return [...new Set([...fallbacks, ...known])].filter((candidate) => candidate !== url);
}

/** The first of the fallbacks. Nobody has looked there yet. */
export function suggestFallback({ citation }: Page): Suggestion | undefined {
  const [first] = listFallbacks(citation);
  return first === undefined ? undefined : suggest('versioned', first, 'low');
}
