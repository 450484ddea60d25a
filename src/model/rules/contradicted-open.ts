import { listGapAssessments } from './gap-assessments.ts';
import type { Rule } from './rule.ts';

/** `open` against evidence of progress explains itself. */
export const contradictedOpen: Rule = {
  id: 'contradicted-open',
  check({ model }, report) {
    for (const { entry, assessment, path } of listGapAssessments(model)) {
      if (assessment.status !== 'open' || assessment.disputed !== undefined) continue;
      const index = assessment.evidence.findIndex(({ stance }) => stance === 'contradicts');
      if (index === -1) continue;
      report({
        file: entry.file,
        at: { path: [...path, 'evidence', index, 'stance'] },
        reason: 'Unexpected `contradicts` under the status `open`, expected a `disputed` note that weighs it',
        hint: 'add `disputed:` to the assessment, or assess the entry again',
      });
    }
  },
};
