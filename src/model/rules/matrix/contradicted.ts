import { bearsOut, listProofs, type CellProof } from '../../cell-support.ts';
import { deriveProofMark } from '../../view/proof-mark.ts';
import type { Model } from '../../model.ts';
import type { Rule } from '../rule.ts';
import { listCells } from './cells.ts';

/** A cell of the matrix says what at least one of the entries it cites says today. */
export const matrixCellContradicted: Rule = {
  id: 'matrix-cell-contradicted',
  check({ model }, report) {
    for (const { need, cell, path } of listCells(model)) {
      const proofs = listProofs(model, cell.proof);
      // A proof that is missing or could not be read may be the one that bears it out.
      if (proofs.length === 0 || proofs.length < cell.proof.length) continue;
      if (proofs.some((proof) => bearsOut(model, proof, cell.status))) continue;
      report({
        file: need.file,
        at: { path: [...path, 'status'] },
        reason: `Unexpected \`${cell.status}\` of \`${cell.route}\`, expected a status that something it cites bears out today (${proofs.map((proof) => renderStanding(model, proof)).join(', ')})`,
        hint:
          cell.status === 'unknown'
            ? 'cite the open question that would settle it, or judge the cell by what is known now'
            : 'judge the cell again, or cite the entry that says so',
      });
    }
  },
};

/** How a proof stands today, in the words of its mark. */
function renderStanding(model: Model, proof: CellProof): string {
  return `\`${proof.id}\`: ${deriveProofMark(model, proof)?.word.toLowerCase() ?? 'no status'}`;
}
