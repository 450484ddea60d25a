import { listGapAssessments } from './gap-assessments.ts';
import type { Rule } from './rule.ts';

/** `partially-addressed` says what is still missing. */
export const missingRemainder: Rule = {
  id: 'missing-remainder',
  check({ model }, report) {
    for (const { entry, assessment, path } of listGapAssessments(model)) {
      if (assessment.status !== 'partially-addressed' || assessment.remaining !== undefined) continue;
      report({
        file: entry.file,
        at: { path: [...path, 'status'] },
        reason: 'Unexpected `partially-addressed` without `remaining`, expected what is still missing',
        hint: 'add `remaining:` with the part that is not there yet',
      });
    }
  },
};
