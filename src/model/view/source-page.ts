import type { EntryIn } from '../content.ts';
import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { deriveNeighbours, type Fact } from './entry-page.ts';
import type { EntryLink } from './link.ts';
import { deriveSourceRow, type SourceRow } from './sources-page.ts';

/** Everything the page of a source shows. */
export interface SourcePage extends SourceRow {
  file: string;
  description: string;
  facts: Fact[];
  note: string | undefined;
  expectations: { term: string; values: readonly string[] }[];
  replaces: readonly { url: string; reason: string }[];
  previous: EntryLink | undefined;
  next: EntryLink | undefined;
}

const expectationTerms = {
  title: 'Title',
  heading: 'Heading',
  terms: 'Words',
  quote: 'Sentence',
  lines: 'Lines',
} as const;

export function deriveSourcePage(model: Model, source: EntryIn<'sources'>): SourcePage {
  const row = deriveSourceRow(model, source);
  const { data } = source;
  const optional = (term: string, value: string | undefined): Fact[] => (value === undefined ? [] : [{ term, value }]);
  return {
    ...row,
    file: source.file,
    description: `${row.title}, ${data.publisher}: what it is cited for, and by which entries.`,
    facts: [
      { term: 'Publisher', value: data.publisher },
      { term: 'Kind', value: row.kind },
      ...optional('Part', data.url === undefined ? undefined : data.locator),
      ...optional('Published', data.publishedOn),
      ...(data.language === 'en' ? [] : [{ term: 'Language', value: data.language }]),
      data.accessedOn === undefined
        ? { term: 'Live check', value: 'Not verified yet', note: 'No live reading of the page is on record.' }
        : { term: 'Live check', value: `Last verified ${data.accessedOn}` },
      ...(data.retired === undefined
        ? []
        : [
            {
              term: 'Retired',
              value: `Cite ${data.retired.use} instead`,
              note: data.retired.reason,
              path: renderEntryPath({ collection: 'sources', id: data.retired.use }),
            },
          ]),
    ],
    note: data.note,
    expectations: Object.entries(expectationTerms).flatMap(([key, term]) => {
      const value = data.expect[key as keyof typeof expectationTerms];
      return value === undefined ? [] : [{ term, values: [value].flat() }];
    }),
    replaces: data.replaces,
    ...deriveNeighbours(model, source),
  };
}
