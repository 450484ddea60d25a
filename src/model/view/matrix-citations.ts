import type { Entry } from '../content.ts';
import type { Model } from '../model.ts';
import { collectionTerms } from '../vocabulary.ts';
import type { EntryLink } from './link.ts';
import { deriveMatrix, type MatrixCell } from './matrix-page.ts';

/** The cells of the matrix that cite an entry or a sample, by need, then by route. */
export function listMatrixCells(model: Model, { collection, id }: Pick<Entry, 'collection' | 'id'>): MatrixCell[] {
  if (!model.mentionsOf(collection, id).some(({ from }) => from.collection === 'needs')) return [];
  return deriveMatrix(model)
    .rows.flatMap(({ cells }) => cells)
    .filter(({ proof }) => proof.some((link) => link.collection === collection && link.id === id));
}

/** Links to the needs whose cells cite an entry, one a need, each naming the routes: a guide may stand in half of all cells. */
export function deriveMatrixLinks(model: Model, entry: Pick<Entry, 'collection' | 'id'>): EntryLink[] {
  const byNeed = Map.groupBy(listMatrixCells(model, entry), ({ need }) => need.id);
  return [...byNeed.values()].flatMap((cells) => {
    const [first] = cells;
    if (first === undefined) return [];
    return [
      {
        path: cells.length === 1 ? first.path : first.need.path,
        title: `${first.need.title}: ${cells.map(({ route }) => route.title).join(', ')}`,
        kind: collectionTerms.needs.singular,
      },
    ];
  });
}
