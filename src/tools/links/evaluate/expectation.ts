import type { LineRange } from '../adapters/line-range.ts';
import type { Citation } from '../citation.ts';
import { normaliseText } from '../facts/normalise-text.ts';
import type { PageFacts } from '../page-facts.ts';
import { findNearHeading, hasHeading, hasTitle, listHeadings } from './headings.ts';
import { quoteText } from './quote-text.ts';

/** A part of an expectation that was not found, as code and sentence. */
export interface Shortfall {
  code: 'EXPECT_TITLE' | 'EXPECT_HEADING' | 'EXPECT_TERM' | 'EXPECT_QUOTE';
  detail: string;
}

export interface ExpectationCheck {
  /** Empty when the page says what it is cited for. */
  shortfalls: readonly Shortfall[];
  notes: readonly string[];
}

/**
 * Looks for each part of an expectation in what a reader sees. Terms and quotes are compared literally, and within the
 * lines where lines are cited; a term may also stand in the title. A changed title is no more than a note
 * where the heading or the quote is still there.
 */
export function checkExpectation(
  expect: Citation['expect'],
  facts: PageFacts,
  lines: LineRange | undefined,
): ExpectationCheck {
  const { title, heading, terms = [], quote } = expect;
  const text = selectText(facts, lines);
  const shortfalls: Shortfall[] = [];
  if (heading !== undefined) shortfalls.push(...checkHeading(facts, heading));
  for (const term of terms.map(normaliseText)) {
    const isThere = text.includes(term) || (facts.title ?? '').includes(term);
    if (!isThere) shortfalls.push({ code: 'EXPECT_TERM', detail: describeMissing(term, facts, lines) });
  }
  if (quote !== undefined && !text.includes(normaliseText(quote)))
    shortfalls.push({ code: 'EXPECT_QUOTE', detail: describeMissing(normaliseText(quote), facts, lines) });
  if (title === undefined || hasTitle(facts, title)) return { shortfalls, notes: [] };

  const actual = facts.title ?? facts.headings[0]?.text;
  const changed = `${actual === undefined ? 'The page has no title' : `The title is ${quoteText(actual)}`}, expected ${quoteText(title)}.`;
  const isKnownOtherwise = (heading !== undefined || quote !== undefined) && shortfalls.length === 0;
  return isKnownOtherwise
    ? { shortfalls, notes: [changed] }
    : { shortfalls: [...shortfalls, { code: 'EXPECT_TITLE', detail: changed }], notes: [] };
}

/** Whether anything is expected but that the page is there. */
export function hasExpectation(expect: Citation['expect']): boolean {
  return Object.keys(expect).length > 0;
}

function checkHeading(facts: PageFacts, heading: string): Shortfall[] {
  const headings = listHeadings(facts);
  if (hasHeading(headings, heading)) return [];
  const near = findNearHeading(headings, heading);
  const hint = near === undefined ? '' : `, the nearest is ${quoteText(near)}`;
  return [{ code: 'EXPECT_HEADING', detail: `The page does not have the heading ${quoteText(heading)}${hint}.` }];
}

function selectText({ text, kind, lines: all }: PageFacts, lines: LineRange | undefined): string {
  return lines === undefined || kind !== 'text' ? text : normaliseText(all.slice(lines.from - 1, lines.to).join(' '));
}

function describeMissing(part: string, { kind, lines: all }: PageFacts, lines: LineRange | undefined): string {
  if (lines === undefined || kind !== 'text') return `The page does not say ${quoteText(part)}.`;
  const place = lines.from === lines.to ? `Line ${lines.from} does` : `Lines ${lines.from} to ${lines.to} do`;
  const elsewhere = all.findIndex((line) => normaliseText(line).includes(part)) + 1;
  return `${place} not say ${quoteText(part)}${elsewhere === 0 ? '' : `, line ${elsewhere} does`}.`;
}
