import type { EntryIn } from '../content.ts';
import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { listEntryData, type DataLink } from './data-links.ts';
import { deriveNeighbours, type Fact } from './entry-page.ts';
import type { EntryLink } from './link.ts';
import { deriveLinkFinding, type LinkFinding } from './link-health-page.ts';
import { deriveSourceRow, type SourceRow } from './sources-page.ts';

/** Everything the page of a source shows. */
export interface SourcePage extends SourceRow {
  file: string;
  description: string;
  facts: Fact[];
  note: string | undefined;
  expectations: { term: string; values: readonly string[] }[];
  replaces: readonly { url: string; reason: string }[];
  /** The same for machines. */
  data: DataLink[];
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
      deriveLiveCheck(model, row),
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
    data: listEntryData(source),
    ...deriveNeighbours(model, source),
  };
}

function deriveLiveCheck(model: Model, { id, health }: SourceRow): Fact {
  const term = 'Live check';
  if (health === undefined) {
    const day = model.lastReadOf(id);
    return { term, value: day === undefined ? 'Not possible: it has no public address' : `Last read ${day}` };
  }
  const record = model.findHealth(id);
  const { mark, note, lastVerified } = health;
  const notes = [note, record && renderFinding(deriveLinkFinding(record))].filter((part) => part !== undefined);
  if (record === undefined && lastVerified === undefined) notes.push('No live reading of the page is on record.');
  return { term, value: mark.word, mark, ...(notes.length > 0 && { note: notes.join(' ') }) };
}

function renderFinding({ word, detail, on }: LinkFinding): string {
  const day = on === undefined ? '' : ` on ${on}`;
  return `The newest check${day} found: ${word.toLowerCase()}.${detail === '' ? '' : ` ${detail}`}`;
}
