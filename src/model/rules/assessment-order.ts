import { listClaimEntries } from '../content.ts';
import { listJudgements } from '../judgements.ts';
import type { Rule } from './rule.ts';

/** Judgements stand oldest first, at most one a day. */
export const assessmentOrder: Rule = {
  id: 'assessment-order',
  check({ model }, report) {
    for (const entry of listClaimEntries(model.content.entries)) {
      const judgements = listJudgements(entry);
      judgements.forEach(({ on, path }, index) => {
        const previous = judgements[index - 1];
        if (previous === undefined || on > previous.on) return;
        report({
          file: entry.file,
          at: { path: [...path, 'on'] },
          reason: `Unexpected date \`${on}\`, expected a day after \`${previous.on}\`, the one before it`,
          hint: 'keep judgements oldest first, and merge two of one day',
        });
      });
    }
  },
};
