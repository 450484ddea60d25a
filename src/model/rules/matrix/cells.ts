import type { Need } from '#schema/need.ts';
import type { EntryIn } from '../../content.ts';
import type { Model } from '../../model.ts';

/** A cell of the matrix, the need it belongs to, and where it stands in the file. */
export interface CellSubject {
  need: EntryIn<'needs'>;
  cell: Need['cells'][number];
  path: readonly (string | number)[];
}

/** All cells of all needs, also of drafts. */
export function listCells({ content }: Model): CellSubject[] {
  return content.entries.needs.flatMap((need) =>
    need.data.cells.map((cell, index) => ({ need, cell, path: ['cells', index] })),
  );
}
