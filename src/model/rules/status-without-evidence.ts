import { listClaimEntries } from '../content.ts';
import { listJudgements } from '../judgements.ts';
import type { Rule } from './rule.ts';

/** Every judgement names at least one piece of evidence that supports it. */
export const statusWithoutEvidence: Rule = {
  id: 'status-without-evidence',
  check({ model }, report) {
    for (const entry of listClaimEntries(model.content.entries)) {
      for (const { on, status, evidence, path } of listJudgements(entry)) {
        if (evidence.some(({ stance }) => stance === 'supports')) continue;
        report({
          file: entry.file,
          at: {
            path:
              status === undefined
                ? [...path, 'on']
                : [...path, entry.collection === 'findings' ? 'verdict' : 'status'],
          },
          reason: `Unexpected ${status === undefined ? 'judgement' : `\`${status}\``} of ${on} without evidence, expected at least one item with \`stance: supports\``,
          hint: 'add the source that shows it; for `unknown`, the search that settled nothing',
        });
      }
    }
  },
};
