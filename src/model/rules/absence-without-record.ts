import { listClaimEntries } from '../content.ts';
import { listJudgements } from '../judgements.ts';
import type { Rule } from './rule.ts';

/** Evidence that nothing was found says what was searched. */
export const absenceWithoutRecord: Rule = {
  id: 'absence-without-record',
  check({ model }, report) {
    for (const entry of listClaimEntries(model.content.entries)) {
      for (const { evidence, path } of listJudgements(entry)) {
        evidence.forEach(({ kind, absence }, index) => {
          if (kind !== 'absence-search' || (absence ?? []).length > 0) return;
          report({
            file: entry.file,
            at: { path: [...path, 'evidence', index, 'kind'] },
            reason:
              'Unexpected `absence-search` without `absence`, expected at least one search: where, query, on, hits',
            hint: 'record the search so that a reader can repeat it',
          });
        });
      }
    }
  },
};
