import { entryCollectionNames } from '#schema/collections.ts';
import { renderCanonical, type Json } from '../json.ts';
import type { Difference, EntryDifference } from './difference.ts';
import { isListChange, type FieldChange } from './fields.ts';

/** A part of a statement: words of ours, or a value from the content, which every format makes harmless in its own way. */
export type Part = string | { value: string };

/** One thing that differs, in one line. */
export type Statement = readonly Part[];

/** Statements under one heading. */
export interface StatementGroup {
  heading: string;
  statements: readonly Statement[];
}

/** Says what differs, a line each: entries that came and went first, then what changed in them, then the whole. */
export function listStatements({ entries, totals, events }: Difference): StatementGroup[] {
  const groups = [
    { heading: 'Entries', statements: entries.filter(({ kind }) => kind !== 'changed').map(stateEntry) },
    {
      heading: 'Changes',
      statements: entries.flatMap(({ key, changes }) =>
        changes.toSorted((a, b) => rank(a) - rank(b)).map((change) => stateChange(change, key)),
      ),
    },
    { heading: 'The whole', statements: totals.map((change) => stateChange(change)) },
    { heading: 'History', statements: events.flatMap(stateEvents) },
  ];
  return groups.filter(({ statements }) => statements.length > 0);
}

function stateEntry({ kind, key, formerKey = '', title, redirect }: EntryDifference): Statement {
  const name: Statement = [{ value: key }, ' (', { value: title }, ')'];
  switch (kind) {
    case 'added':
      return [
        'added ',
        ...name,
        ...(redirect === undefined ? [] : [', which was redirected to ', { value: redirect }]),
      ];
    case 'removed':
      return [
        'removed ',
        ...name,
        ...(redirect === undefined ? [', without a redirect'] : [', redirected to ', { value: redirect }]),
      ];
    case 'renamed':
      return ['renamed ', { value: formerKey }, ' → ', ...name];
    case 'changed':
      return ['changed ', ...name];
    default:
      return kind satisfies never;
  }
}

function stateChange(change: FieldChange, key?: string): Statement {
  const subject = [
    ...stateField(change.path),
    ...(key === undefined ? [] : [' of ', { value: shortenKey(key) }]),
    ': ',
  ];
  if (!isListChange(change)) return [...subject, ...stateValue(change.before), ' → ', ...stateValue(change.after)];
  const { added, removed } = change;
  return [
    ...subject,
    ...(added.length === 0 ? [] : ['added ', ...stateList(added)]),
    ...(added.length > 0 && removed.length > 0 ? ['; '] : []),
    ...(removed.length === 0 ? [] : ['removed ', ...stateList(removed)]),
  ];
}

/** Events are records of their own: each is one statement, and not an item of a list. */
function stateEvents(change: FieldChange): Statement[] {
  if (!isListChange(change)) return [stateChange(change)];
  const state = (word: string, event: Json): Statement => {
    const { on, entry, kind, from, to } = event as Record<string, string | undefined>;
    const step = [from, to]
      .filter((item) => item !== undefined)
      .flatMap((item, index): Part[] => [...(index === 0 ? [' (', { value: item }] : [' → ', { value: item }])]);
    return [
      word,
      { value: on ?? '' },
      ' ',
      { value: kind ?? '' },
      ' ',
      { value: shortenKey(entry ?? '') },
      ...step,
      ...(step.length === 0 ? [] : [')']),
    ];
  };
  return [
    ...change.added.map((event) => state('', event)),
    ...change.removed.map((event) => state('no longer ', event)),
  ];
}

/** What readers look for first. The others keep their order. */
const firstFields = ['status', 'maturity', 'verdicts'];

function rank({ path }: FieldChange): number {
  const index = firstFields.indexOf(path[0] ?? '');
  return index === -1 ? firstFields.length : index;
}

/** Groups of the snapshot that only hold fields together, and need no name. */
const holders = new Set(['facts', 'relations', 'counts']);

/** The name of a field, and where in it: "evidence (supports, vendor-doc)". */
function stateField(path: readonly string[]): Part[] {
  const [name = '', ...rest] = holders.has(path[0] ?? '') && path.length > 1 ? path.slice(1) : path;
  const within = rest.flatMap((step, index): Part[] => [index === 0 ? ' (' : ', ', { value: step }]);
  return [{ value: name }, ...within, ...(within.length === 0 ? [] : [')'])];
}

function stateValue(value: Json | undefined): Part[] {
  return value === undefined ? ['none'] : [{ value: renderValue(value) }];
}

function stateList(values: readonly Json[]): Part[] {
  return values.flatMap((value, index): Part[] => [...(index === 0 ? [] : [', ']), { value: renderValue(value) }]);
}

function renderValue(value: Json): string {
  return typeof value === 'string' ? value : renderCanonical(value);
}

/** Ids of entries that make claims are unique, and need no collection. */
function shortenKey(key: string): string {
  const [collection = '', id = ''] = key.split('/');
  return entryCollectionNames.some((name) => name === collection) ? id : key;
}
