import type { Api } from './api.ts';
import { renderCsv } from './csv.ts';
import { deriveApiMatrix } from './matrix.ts';

export const matrixColumns = [
  'need',
  'need_title',
  'route',
  'route_title',
  'status',
  'note',
  'proof',
  'proof_status',
  'html',
] as const;

/**
 * The support matrix as CSV, one row a cell. `proof` names what bears the cell out as `collection/id`, `proof_status` the
 * present status of each in the same order, `-` where it has none; both are joined by `; `.
 */
export function renderMatrixCsv(api: Api): string {
  const { needs, routes } = deriveApiMatrix(api);
  const titles = new Map(routes.map(({ id, title }) => [id, title]));
  const rows = needs.flatMap((need) =>
    need.cells.map(({ route, status, note_text, proof, links }): Record<(typeof matrixColumns)[number], string> => ({
      need: need.id,
      need_title: need.title,
      route,
      route_title: titles.get(route) ?? '',
      status,
      note: note_text,
      proof: proof.map(({ entry }) => `${entry.collection}/${entry.id}`).join('; '),
      proof_status: proof.map(({ entry, status_label }) => `${entry.id}: ${status_label ?? '-'}`).join('; '),
      html: links.html,
    })),
  );
  return renderCsv(matrixColumns, rows);
}
