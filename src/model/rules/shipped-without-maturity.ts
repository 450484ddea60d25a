import { listGapAssessments } from './gap-assessments.ts';
import type { Rule } from './rule.ts';

/** `shipped` says how mature the answer is. */
export const shippedWithoutMaturity: Rule = {
  id: 'shipped-without-maturity',
  check({ model }, report) {
    for (const { entry, assessment, path } of listGapAssessments(model)) {
      if (assessment.status !== 'shipped' || assessment.maturity !== undefined) continue;
      report({
        file: entry.file,
        at: { path: [...path, 'status'] },
        reason: 'Unexpected `shipped` without `maturity`, expected `maturity: experimental` or `maturity: production`',
        hint: 'use `experimental` while the vendor says so',
      });
    }
  },
};
