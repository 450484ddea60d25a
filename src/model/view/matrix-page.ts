import { renderCount, renderList } from '#report/phrase.ts';
import { cellStatuses, type CellStatus } from '#schema/need.ts';
import { listProofs, type CellProof } from '../cell-support.ts';
import { isDraft, type EntryIn } from '../content.ts';
import { cellTerms } from '../matrix-vocabulary.ts';
import type { Model } from '../model.ts';
import { renderCellStatusPath, renderEntryPath } from '../routes.ts';
import { collectionTerms } from '../vocabulary.ts';
import { deriveLink, type EntryLink } from './link.ts';
import type { Mark } from './mark.ts';
import { listInOrder } from './order.ts';
import { deriveProofMark } from './proof-mark.ts';

/** An entry or sample that a cell cites, with its mark of today. */
export interface CellProofLink extends EntryLink {
  collection: CellProof['collection'];
  id: string;
}

/** What one route does for one need. */
export interface MatrixCell {
  need: { id: string; title: string; path: string };
  route: { id: string; title: string; path: string };
  status: CellStatus;
  mark: Mark;
  note: string;
  proof: CellProofLink[];
  /** Where the cell is told on a page of its need. */
  path: string;
}

/** The best that any route does for a need today, as far as anybody knows. */
export interface BestRoutes {
  /** Undefined when no route is known to work. */
  status: 'works' | 'works-with-limits' | undefined;
  routes: { id: string; title: string; path: string }[];
  /** The same in one sentence. */
  sentence: string;
}

export interface MatrixRow {
  id: string;
  title: string;
  question: string;
  path: string;
  best: BestRoutes;
  /** One cell for each route, in the order of the routes. */
  cells: MatrixCell[];
}

/** The support matrix: every need on every route, finished. Drafts are left out. */
export interface Matrix {
  routes: { id: string; title: string; summary: string; path: string }[];
  rows: MatrixRow[];
  /** Every status with its number of cells, best first, also those that no cell has. */
  statuses: { status: CellStatus; mark: Mark; path: string; count: number }[];
  cellCount: number;
}

export function deriveMatrix(model: Model): Matrix {
  const routes = listInOrder(model, 'routes').filter((route) => !isDraft(route));
  const needs = listInOrder(model, 'needs').filter((need) => !isDraft(need));
  const rows = needs.map((need) => deriveRow(model, need, routes));
  const cells = rows.flatMap((row) => row.cells);
  return {
    routes: routes.map((route) => ({ ...toHead(route), summary: route.data.summary })),
    rows,
    statuses: cellStatuses.map((status) => ({
      status,
      mark: cellTerms[status],
      path: renderCellStatusPath(status),
      count: cells.filter((cell) => cell.status === status).length,
    })),
    cellCount: cells.length,
  };
}

function deriveRow(model: Model, need: EntryIn<'needs'>, routes: readonly EntryIn<'routes'>[]): MatrixRow {
  const head = toHead(need);
  const cells = routes.map((route) => deriveCell(model, need, route));
  return { ...head, question: need.data.question, best: deriveBest(cells), cells };
}

function deriveCell(model: Model, need: EntryIn<'needs'>, route: EntryIn<'routes'>): MatrixCell {
  // The check refuses a need without a cell for a published route; while somebody writes, it is shown as what it is.
  const { status, note, proof } = need.data.cells.find((cell) => cell.route === route.id) ?? {
    status: 'unknown' as const,
    note: 'This cell is not written yet.',
    proof: [],
  };
  return {
    need: toHead(need),
    route: toHead(route),
    status,
    mark: cellTerms[status],
    note,
    proof: listProofs(model, proof).map((entry) => ({
      ...deriveLink(model, entry),
      // Whether a question is open is for its mark to say.
      kind: entry.collection === 'questions' ? 'Question' : collectionTerms[entry.collection].singular,
      mark: deriveProofMark(model, entry),
      collection: entry.collection,
      id: entry.id,
    })),
    path: `${renderEntryPath(need)}#${route.id}`,
  };
}

function deriveBest(cells: readonly MatrixCell[]): BestRoutes {
  for (const status of ['works', 'works-with-limits'] as const) {
    const routes = cells.filter((cell) => cell.status === status).map(({ route }) => route);
    if (routes.length === 0) continue;
    const names = routes.length === cells.length ? 'every route' : renderList(routes.map(({ title }) => title));
    return { status, routes, sentence: `${cellTerms[status].word}: ${names}.` };
  }
  const unknown = cells.filter(({ status }) => status === 'unknown').length;
  const rest = unknown === 0 ? '' : `; ${renderCount(unknown, 'route')} unknown`;
  return { status: undefined, routes: [], sentence: `No route is known to work${rest}.` };
}

function toHead(entry: EntryIn<'needs'> | EntryIn<'routes'>): { id: string; title: string; path: string } {
  return { id: entry.id, title: entry.data.title, path: renderEntryPath(entry) };
}
