import type { HostRecord } from '#schema/link-health.ts';
import type { Citation } from '../citation.ts';
import { normaliseText } from '../facts/normalise-text.ts';
import type { PageFacts } from '../page-facts.ts';
import { foldHeading } from './headings.ts';
import { compareShingles, deriveShingles } from './shingles.ts';
import { findPhrase } from './whole-words.ts';

type Control = NonNullable<HostRecord['control']>;

/** A part of an expectation. */
export interface ExpectedPart {
  part: 'title' | 'heading' | 'term' | 'quote';
  text: string;
}

/** From here on two pages are the same page with another date on it. */
const sameness = 0.9;

/** Whether the answer says what the host shows for a page it does not have: a wall or a fault says nothing of it. */
function isUsable({ status }: Control): boolean {
  return (status >= 200 && status < 300) || status === 404 || status === 410;
}

/** Whether a page is the one that the host shows for pages it does not have. */
export function isLikeControl({ text }: PageFacts, control: Control | undefined): boolean {
  if (control === undefined || !isUsable(control)) return false;
  return compareShingles(deriveShingles(text), control.shingles) >= sameness;
}

/** The parts of an expectation that also stand on the page for a URL that cannot exist: they prove nothing. */
export function findWeakParts(expect: Citation['expect'], control: Control): ExpectedPart[] {
  if (!isUsable(control)) return [];
  const text = normaliseText(control.text);
  const title = normaliseText(control.title ?? '');
  const folded = foldText(text);
  const isThere: Record<ExpectedPart['part'], (part: string) => boolean> = {
    title: (part) => [foldText(title), folded].some((place) => findPhrase(place, foldHeading(part)) !== -1),
    heading: (part) => findPhrase(folded, foldHeading(part)) !== -1,
    term: (part) => [text, title].some((place) => place.includes(normaliseText(part))),
    quote: (part) => text.includes(normaliseText(part)),
  };
  return listParts(expect).filter(({ part, text: wanted }) => isThere[part](wanted));
}

/** The parts of an expectation that are words. */
export function listParts({ title, heading, terms = [], quote }: Citation['expect']): ExpectedPart[] {
  return [
    ...(title === undefined ? [] : [{ part: 'title' as const, text: title }]),
    ...(heading === undefined ? [] : [{ part: 'heading' as const, text: heading }]),
    ...terms.map((text) => ({ part: 'term' as const, text })),
    ...(quote === undefined ? [] : [{ part: 'quote' as const, text: quote }]),
  ];
}

function foldText(text: string): string {
  return text.toLowerCase();
}
