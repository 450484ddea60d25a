import { readPepNumber } from '../adapters/pep.ts';
import type { Page } from './case.ts';
import { findWeakParts } from './control.ts';
import { quoteText } from './quote-text.ts';

/** What a reader should know of a page that says what it is cited for. */
export function listRemarks(page: Page): string[] {
  const { answer, facts, expectation } = page;
  const { truncated, bytes } = answer.body;
  return [
    ...expectation.notes,
    ...(truncated ? [`The page was cut after ${bytes.length} bytes; what is expected stands before that.`] : []),
    ...facts.banners.map((banner) => `The page says: ${quoteText(banner, 150)}.`),
    ...notePep(page),
    ...noteWeakParts(page),
  ];
}

function notePep({ final, circumstances: { inventory } }: Page): string[] {
  const number = readPepNumber(final);
  const pep = inventory?.kind === 'peps' && number !== undefined ? inventory.peps.get(number) : undefined;
  if (pep === undefined || ['Final', 'Active', 'Accepted', 'Provisional', 'Draft'].includes(pep.status)) return [];
  const successor = pep.supersededBy === undefined ? '' : `, superseded by PEP ${pep.supersededBy}`;
  return [`PEP ${number ?? ''} has the status ${quoteText(pep.status)}${successor}.`];
}

function noteWeakParts({ citation, circumstances: { control } }: Page): string[] {
  if (control === undefined) return [];
  return findWeakParts(citation.expect, control).map(
    ({ part, text }) => `The expected ${part} ${quoteText(text)} also stands on the page for a URL that cannot exist.`,
  );
}
