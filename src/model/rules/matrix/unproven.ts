import type { Rule } from '../rule.ts';
import { listCells } from './cells.ts';

/** A cell of the matrix cites what it rests on. Only a need that does not arise needs no proof. */
export const matrixCellUnproven: Rule = {
  id: 'matrix-cell-unproven',
  check({ model }, report) {
    for (const { need, cell, path } of listCells(model)) {
      if (cell.status === 'not-applicable' || cell.proof.length > 0) continue;
      report({
        file: need.file,
        at: { path: [...path, 'proof'] },
        reason: `Unexpected \`${cell.status}\` of \`${cell.route}\` that cites nothing, expected at least one id under \`proof\``,
        hint:
          cell.status === 'unknown'
            ? 'name the open question that would settle it; write one with `npm run new -- question <id>`'
            : 'name the entry whose page says so, or make the cell `unknown` with the question that would settle it',
      });
    }
  },
};
