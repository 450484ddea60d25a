import type { Badge } from '#schema/api/badge.ts';
import type { ClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { deriveMark } from '../view/mark.ts';
import { collectionTerms, verificationTerms } from '../vocabulary.ts';

type State = 'good' | 'part' | 'bad' | 'none';

const colors: Record<State, string> = { good: '2e7d32', part: '8a6100', bad: 'b3261e', none: '5f6368' };

const stateOf: Readonly<Record<string, State>> = {
  shipped: 'good',
  'partially-addressed': 'part',
  'community-workaround': 'part',
  open: 'bad',
  works: 'good',
  'works-with-limits': 'part',
  retired: 'bad',
  holds: 'good',
  'too-strong': 'part',
  outdated: 'bad',
};

/**
 * The badge of an entry. The message says the status and how far it can be trusted, so that a badge never promises more
 * than the page; the colour is that of the status only while the judgement is verified, and grey otherwise.
 */
export function deriveBadge(model: Model, entry: ClaimEntry): Badge {
  const current = model.currentOf(entry);
  const label = collectionTerms[entry.collection].singular.toLowerCase();
  if (current === undefined) return { schemaVersion: 1, label, message: 'not settled', color: colors.none };
  const { state } = model.verificationOf(current);
  const status =
    deriveMark(entry.collection, current)?.word ?? (entry.collection === 'questions' ? 'settled' : undefined);
  const words = [status, verificationTerms[state].word, current.on].filter((word) => word !== undefined);
  const color = state === 'verified' ? colors[stateOf[current.status ?? ''] ?? 'none'] : colors.none;
  return { schemaVersion: 1, label, message: words.join(', ').toLowerCase(), color };
}
