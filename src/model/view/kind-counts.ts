import { eventTerms } from '../change-vocabulary.ts';
import { eventKinds, type EventKind } from '../events.ts';
import { renderList } from '#report/phrase.ts';

/** How many changes there are of a kind. */
export interface KindCount {
  kind: EventKind;
  word: string;
  count: number;
}

/** Counts changes by kind, weightiest first, kinds nobody has left out. */
export function countKinds(changes: readonly { kind: EventKind }[]): KindCount[] {
  return eventKinds
    .map((kind) => ({
      kind,
      word: eventTerms[kind].word,
      count: changes.filter((change) => change.kind === kind).length,
    }))
    .filter(({ count }) => count > 0);
}

/** The counts in words: "2 improved, 3 corrected and 12 added". */
export function renderKindCounts(counts: readonly KindCount[]): string {
  return renderList(counts.map(({ word, count }) => `${count.toLocaleString('en-GB')} ${word.toLowerCase()}`));
}
