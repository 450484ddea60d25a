import type { EventKind } from './events.ts';
import type { Term } from './vocabulary.ts';

/** What a judgement did to an entry, in words for readers. */
export const eventTerms: Record<EventKind, Term> = {
  regressed: { word: 'Regressed', meaning: 'The state is worse than before, and was not merely mistaken before.' },
  improved: { word: 'Improved', meaning: 'The state is better than before.' },
  corrected: {
    word: 'Corrected',
    meaning: 'An earlier judgement was mistaken, or a claim does not hold as it was made.',
  },
  retired: { word: 'Retired', meaning: 'A pattern is no longer the way. It stays on the site.' },
  added: { word: 'Added', meaning: 'The first judgement of an entry.' },
  're-verified': { word: 'Re-verified', meaning: 'It was judged again, and its state stays.' },
};

/** What a state is called where there is no status to draw. */
export const stateWords = {
  pending: 'Not yet assessed',
  reviewed: 'Reviewed',
  settled: 'Settled',
} as const;
