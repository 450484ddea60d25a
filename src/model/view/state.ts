import { stateWords } from '../change-vocabulary.ts';
import type { ClaimEntry } from '../content.ts';
import type { Judgement } from '../judgements.ts';
import { deriveMark, type Mark } from './mark.ts';

/** The state of an entry on a day: its mark, or a plain word where it has no status. */
export type State = Mark | { word: string };

export function deriveState(collection: ClaimEntry['collection'], judgement: Judgement | undefined): State {
  if (judgement === undefined) return { word: stateWords.pending };
  const word = collection === 'questions' ? stateWords.settled : stateWords.reviewed;
  return deriveMark(collection, judgement) ?? { word };
}
