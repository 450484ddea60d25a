import type { ClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { verificationTerms } from '../vocabulary.ts';

/** How far a claim can be trusted today, in a word. An open question claims nothing yet. */
export function renderVerification(model: Model, entry: ClaimEntry): string {
  const current = model.currentOf(entry);
  return current === undefined ? 'Not judged yet' : verificationTerms[model.verificationOf(current).state].word;
}
