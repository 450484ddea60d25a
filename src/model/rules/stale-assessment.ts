import { listClaimEntries } from '../content.ts';
import type { Rule } from './rule.ts';

/** The judgement that counts today is younger than the shortest life of its evidence. */
export const staleAssessment: Rule = {
  id: 'stale-assessment',
  check({ model }, report) {
    for (const entry of listClaimEntries(model.content.entries)) {
      const current = model.currentOf(entry);
      if (current === undefined) continue;
      const { state, freshUntil } = model.verificationOf(current);
      if (state !== 'stale' || freshUntil === undefined) continue;
      report({
        file: entry.file,
        at: { path: [...current.path, 'on'] },
        reason: `Unexpected age of the judgement of ${current.on} on ${model.asOf}, expected a newer one: its evidence was fresh until ${freshUntil}`,
        hint: 'read the sources again and add a judgement with today’s date, even when nothing changed',
      });
    }
  },
};
