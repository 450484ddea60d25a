import { renderCount } from '#report/phrase.ts';
import type { CellStatus } from '#schema/need.ts';
import type { EntryIn } from '../content.ts';
import { cellTerms } from '../matrix-vocabulary.ts';
import type { Model } from '../model.ts';
import type { EntryLink } from './link.ts';
import { deriveMatrix, type Matrix, type MatrixCell } from './matrix-page.ts';
import { deriveNeighbours } from './entry-page.ts';

/** A part of the support matrix as a page: the cells of one need, of one route or of one status. */
export interface MatrixSlice {
  title: string;
  lead: string;
  /** One sentence under the lead: what the cells come to. */
  summary: string;
  /** What a row is headed by: the two ends of a cell, or the one that the page does not fix. */
  heads: ('need' | 'route')[];
  rows: { /** Anchor of the row. */ id: string; cell: MatrixCell }[];
  /** The file that says so; absent where many do. */
  file: string | undefined;
  previous: EntryLink | undefined;
  next: EntryLink | undefined;
}

export function deriveNeedPage(model: Model, need: EntryIn<'needs'>): MatrixSlice {
  const row = deriveMatrix(model).rows.find(({ id }) => id === need.id);
  return {
    title: need.data.title,
    lead: need.data.question,
    summary: row?.best.sentence ?? 'This need is a draft and not part of the matrix yet.',
    heads: ['route'],
    rows: (row?.cells ?? []).map((cell) => ({ id: cell.route.id, cell })),
    file: need.file,
    ...deriveNeighbours(model, need),
  };
}

export function deriveRoutePage(model: Model, route: EntryIn<'routes'>): MatrixSlice {
  const cells = listCells(deriveMatrix(model)).filter((cell) => cell.route.id === route.id);
  return {
    title: route.data.title,
    lead: route.data.summary,
    summary: countStatuses(cells),
    heads: ['need'],
    rows: cells.map((cell) => ({ id: cell.need.id, cell })),
    file: route.file,
    ...deriveNeighbours(model, route),
  };
}

export function deriveCellStatusPage(model: Model, status: CellStatus): MatrixSlice {
  const matrix = deriveMatrix(model);
  const cells = listCells(matrix).filter((cell) => cell.status === status);
  const { word, meaning } = cellTerms[status];
  return {
    title: word,
    lead: meaning,
    summary: `${cells.length} of ${renderCount(matrix.cellCount, 'cell')}.`,
    heads: ['need', 'route'],
    rows: cells.map((cell) => ({ id: `${cell.need.id}_${cell.route.id}`, cell })),
    file: undefined,
    previous: undefined,
    next: undefined,
  };
}

function listCells({ rows }: Matrix): MatrixCell[] {
  return rows.flatMap(({ cells }) => cells);
}

function countStatuses(cells: readonly MatrixCell[]): string {
  const counts = Map.groupBy(cells, ({ status }) => status);
  const parts = (Object.keys(cellTerms) as CellStatus[]).flatMap((status) => {
    const count = counts.get(status)?.length ?? 0;
    return count === 0 ? [] : [`${cellTerms[status].word} ${count}`];
  });
  return `Of ${renderCount(cells.length, 'need')}: ${parts.join(', ')}.`;
}
