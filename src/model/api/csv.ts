import { stringify } from 'csv-stringify/sync';
import { claimFields } from '#schema/api/claim.ts';
import type { EntryCollectionName } from '#schema/collections.ts';
import type { ClaimEntry } from '../content.ts';
import { listJudgements } from '../judgements.ts';
import { listInOrder } from '../view/order.ts';
import type { Api } from './api.ts';
import { deriveClaimHead } from './claim.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What a spreadsheet may run: it begins with one of these, also in the full-width forms. */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function guard(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The columns of a collection of claims: those that all have, between them those of its facts. */
export function listCsvColumns(collection: EntryCollectionName): string[] {
  return [...columnsBefore, ...listFactColumns(collection), ...columnsAfter];
}

/** The columns that only one collection has. */
export function listFactColumns(collection: EntryCollectionName): string[] {
  return Object.keys(claimFields[collection].head.facts.shape).filter(isPlain).map(renderColumn);
}

/** A collection of claims as CSV, one row an entry. */
export function renderCollectionCsv(api: Api, collection: EntryCollectionName): string {
  const rows = listInOrder(api.model, collection).map((entry) => deriveRow(api, entry as ClaimEntry));
  return renderCsv(listCsvColumns(collection), rows);
}

/**
 * CSV as in RFC 4180: UTF-8, lines end in CRLF, the first has the names. A cell that a spreadsheet would run as a formula
 * gets an apostrophe before it, as OWASP advises, and so does one that begins like a cell with such an apostrophe: to take
 * one away gives the text back. `null` is an empty cell.
 */
export function renderCsv(columns: readonly string[], rows: readonly Row[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    cast: { boolean: String, string: guard },
  });
}

export const columnsBefore = [
  'collection',
  'id',
  'title',
  'summary',
  'status',
  'maturity',
  'remaining',
  'verification',
  'verification_as_of',
  'fresh_until',
  'first_assessed_on',
  'last_assessed_on',
  'assessment_count',
] as const;
export const columnsAfter = ['html', 'json'] as const;

function deriveRow(api: Api, entry: ClaimEntry): Row {
  const { collection, id, title, summary_text, current, verification, assessment_count, facts, links } =
    deriveClaimHead(api, entry);
  return {
    collection,
    id,
    title,
    summary: summary_text,
    status: current?.status ?? null,
    maturity: current?.maturity ?? null,
    remaining: current?.remaining_text ?? null,
    verification: verification?.state ?? null,
    verification_as_of: verification?.as_of ?? null,
    fresh_until: verification?.fresh_until ?? null,
    first_assessed_on: listJudgements(entry)[0]?.on ?? null,
    last_assessed_on: current?.on ?? null,
    assessment_count,
    ...flattenFacts(facts),
    html: links.html,
    json: links.json,
  };
}

/** Facts as cells: of the two forms of a sentence the plain one, lists joined by `; `. */
function flattenFacts(facts: object): Row {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([name]) => isPlain(name))
      .map(([name, value]) => [renderColumn(name), flatten(value)]),
  );
}

/** Whether a field goes into a cell: labels and HTML say nothing new. */
function isPlain(name: string): boolean {
  return !name.endsWith('_html') && !name.endsWith('_label');
}

function renderColumn(name: string): string {
  return name.replace(/_text$/, '');
}

function flatten(value: unknown): Row[string] {
  if (Array.isArray(value)) {
    return value.map((item: string | { text: string }) => (typeof item === 'string' ? item : item.text)).join('; ');
  }
  return value as Row[string];
}
