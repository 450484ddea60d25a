import type { LineRange } from '../adapters/line-range.ts';
import type { Citation } from '../citation.ts';
import { listParts, type ExpectedPart } from '../evaluate/control.ts';
import { checkExpectation } from '../evaluate/expectation.ts';
import { findNearHeading, listHeadings } from '../evaluate/headings.ts';
import type { PageFacts } from '../page-facts.ts';

/** A part of an expectation, and whether the page has it. */
export interface JudgedPart {
  part: ExpectedPart['part'] | 'lines';
  text: string;
  isFound: boolean;
  /** The heading that comes closest to a title or heading that was not found. */
  nearest?: string;
}

/** Judges each part of an expectation alone, as if nothing else were expected: words within the lines that are cited. */
export function judgeParts(expect: Citation['expect'], facts: PageFacts, lines?: LineRange): JudgedPart[] {
  const words = listParts(expect).map(({ part, text }): JudgedPart => {
    const alone = part === 'term' ? { terms: [text] } : { [part]: text };
    const isFound = checkExpectation(alone, facts, lines).shortfalls.length === 0;
    const isName = part === 'title' || part === 'heading';
    const nearest = isFound || !isName ? undefined : findNearHeading(listHeadings(facts), text);
    return { part, text, isFound, ...(nearest !== undefined && { nearest }) };
  });
  if (lines === undefined) return words;
  const isFound = facts.kind === 'text' && facts.lines.length >= lines.to;
  return [{ part: 'lines', text: `${lines.from} to ${lines.to}`, isFound }, ...words];
}
