import { hash } from 'node:crypto';
import type { Citation } from '../citation.ts';

/** Digest of what a citation claims. What was found before says nothing about a citation whose digest changed. */
export function deriveExpectHash({ url, expect }: Pick<Citation, 'url' | 'expect'>): string {
  const { title, heading, terms, quote, lines } = expect;
  const claim = [url, title, heading, terms, quote, lines].map((part) => part ?? null);
  return hash('sha256', JSON.stringify(claim)).slice(0, 16);
}
