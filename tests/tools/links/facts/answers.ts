import type { Answer } from '#tools/links/exchange.ts';
import { readFacts } from '#tools/links/facts/facts.ts';
import type { PageFacts } from '#tools/links/page-facts.ts';

/** The facts of a body that was sent with these headers. */
export function readBody(
  content: string | Uint8Array,
  headers: Answer['headers'] = { 'content-type': 'text/html' },
): PageFacts {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readFacts({ url: 'https://docs.example.org/', status: 200, headers, body: { bytes, truncated: false } });
}
