import { findingVerdicts, gapStatuses, patternStatuses } from '#schema/assessment.ts';
import type { ClaimEntry } from '../content.ts';
import type { Judgement } from '../judgements.ts';
import { gapTerms, maturityTerms, patternTerms, verdictTerms, type Shape } from '../vocabulary.ts';

/** A status as it is drawn: a shape, and its word beside it. */
export interface Mark {
  shape: Shape;
  word: string;
  meaning: string;
}

/** The mark of a judgement. Undefined for judgements without a status: guides, background and questions. */
export function deriveMark(collection: ClaimEntry['collection'], judgement: Judgement | undefined): Mark | undefined {
  const status = judgement?.status;
  switch (collection) {
    case 'edges':
    case 'proposals': {
      const known = gapStatuses.find((word) => word === status);
      if (known === undefined) return undefined;
      const { word, shape, meaning } = gapTerms[known];
      const maturity = judgement?.maturity;
      return maturity === undefined
        ? { word, shape, meaning }
        : { word: `${word}, ${maturityTerms[maturity].word}`, shape, meaning: maturityTerms[maturity].meaning };
    }
    case 'patterns': {
      const known = patternStatuses.find((word) => word === status);
      return known && patternTerms[known];
    }
    case 'findings': {
      const known = findingVerdicts.find((word) => word === status);
      return known && verdictTerms[known];
    }
    default:
      return undefined;
  }
}
