import type { EntryIn } from '../content.ts';
import { isClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { deriveLinkTally, renderTally } from './link-tally.ts';
import { listInOrder } from './order.ts';
import { deriveSourceLink, type SourceLink } from './source-link.ts';

/** A source with the entries that cite it. */
export interface SourceRow extends SourceLink {
  kind: string;
  citedBy: EntryLink[];
  retired: boolean;
}

/** All sources, once by host and once by kind. */
export interface SourcesPage {
  count: number;
  /** How the citations among them fare, in words. */
  health: { of: number; tally: string; verified: number };
  hosts: { host: string; id: string; rows: SourceRow[] }[];
  kinds: { kind: string; rows: SourceRow[] }[];
}

const withoutHost = 'Without an address';

export function deriveSourcesPage(model: Model): SourcesPage {
  const rows = listInOrder(model, 'sources').map((source) => deriveSourceRow(model, source));
  const tally = deriveLinkTally(model);
  return {
    count: rows.length,
    health: { of: tally.of, tally: renderTally(tally), verified: tally.counts.healthy },
    hosts: groupBy(rows, ({ url }) => (url === undefined ? withoutHost : new URL(url).hostname))
      .toSorted((a, b) => b.rows.length - a.rows.length || (a.key < b.key ? -1 : 1))
      .map(({ key, rows: group }) => ({
        host: key,
        id: key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
        rows: group.toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1)),
      })),
    kinds: groupBy(rows, ({ kind }) => kind)
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, rows: group }) => ({ kind: key, rows: group })),
  };
}

/** A source with everything that cites it, each entry once. */
export function deriveSourceRow(model: Model, source: EntryIn<'sources'>): SourceRow {
  const citing = new Set(
    model
      .mentionsOf('sources', source.id)
      .map(({ from }) => from)
      .filter(isClaimEntry),
  );
  return {
    ...deriveSourceLink(model, source.id),
    kind: renderSourceKind(source.data.kind),
    retired: source.data.retired !== undefined,
    citedBy: [...citing].map((entry) => deriveLink(model, entry)),
  };
}

/** A kind as a reader sees it: `class-reference` → "Class reference". */
export function renderSourceKind(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function groupBy(rows: readonly SourceRow[], keyOf: (row: SourceRow) => string): { key: string; rows: SourceRow[] }[] {
  return [...Map.groupBy(rows, keyOf)].map(([key, group]) => ({ key, rows: group }));
}
