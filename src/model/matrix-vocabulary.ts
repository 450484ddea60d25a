import type { CellStatus } from '#schema/need.ts';
import type { Term } from './vocabulary.ts';

/** States of a cell of the support matrix, best first; what is unknown or does not apply is no good. */
export const cellTerms: Record<CellStatus, Required<Term>> = {
  works: { word: 'Works', shape: 'circle-full', meaning: 'The route meets the need as described.' },
  'works-with-limits': {
    word: 'Works with limits',
    shape: 'circle-half',
    meaning: 'The route meets the need, within limits that the cell names.',
  },
  unknown: {
    word: 'Unknown',
    shape: 'question',
    meaning: 'Nobody could find out. The cell names what would settle it. It does not count as good.',
  },
  'does-not-work': {
    word: 'Does not work',
    shape: 'cross',
    meaning: 'The route does not meet the need, and the cell says why.',
  },
  'not-applicable': {
    word: 'Not applicable',
    shape: 'dash',
    meaning: 'The need does not arise on the route, or another part of a design answers it.',
  },
};
