import { findNearMiss } from '#model/near-miss.ts';
import { normaliseText } from '../facts/normalise-text.ts';
import type { PageFacts } from '../page-facts.ts';
import { findPhrase } from './whole-words.ts';

/** What is looked at in text that is not HTML: comparing takes time, and no document has more headings than this. */
const longestHeading = 150;
const lineLimit = 20_000;

/** A title or heading as it is compared: without case and the mark that links to it. */
export function foldHeading(text: string): string {
  return normaliseText(text)
    .slice(0, 500)
    .replace(/[\s¶#§🔗\p{Co}]+$/u, '')
    .toLowerCase();
}

/** Texts that can be a heading. In text that is not HTML, every line can, without the marks of Markdown. */
export function listHeadings({ kind, headings, lines }: PageFacts): string[] {
  if (kind === 'html') return headings.map(({ text }) => text);
  return lines
    .filter((line) => line.length < longestHeading)
    .slice(0, lineLimit)
    .map((line) => line.replace(/^\s*[#=]{1,6}\s+|\s+[#=]{1,6}\s*$/g, ''));
}

/**
 * Whether a heading is the expected one, with or without a section number before it. Two words and more may be part of
 * a longer heading: one word may mean anything there.
 */
export function hasHeading(headings: readonly string[], expected: string): boolean {
  const wanted = foldHeading(expected);
  const isWanted = (heading: string) =>
    heading === wanted ||
    heading.replace(/^(?:\d+(?:\.\d+)*\.?|[a-z]\.)\s+/, '') === wanted ||
    (wanted.includes(' ') && findPhrase(heading, wanted) !== -1);
  return headings.some((heading) => isWanted(foldHeading(heading)));
}

/** Whether the page calls itself as expected, in its title or in a heading of the first level. */
export function hasTitle({ title, headings, ...facts }: PageFacts, expected: string): boolean {
  const wanted = foldHeading(expected);
  const titles =
    facts.kind === 'html'
      ? [title ?? '', ...headings.flatMap(({ level, text }) => (level === 1 ? [text] : []))]
      : listHeadings({ title, headings, ...facts });
  return titles.some((text) => findPhrase(foldHeading(text), wanted) !== -1);
}

/** The heading that is most likely the expected one under a new name. */
export function findNearHeading(headings: readonly string[], expected: string): string | undefined {
  return findNearMiss(normaliseText(expected), headings);
}
