import { listEntries } from '../content.ts';
import type { Rule } from './rule.ts';

/** A retired source is not offered to readers; the one that replaces it is. Evidence of the past may still name it. */
export const retiredSourceCited: Rule = {
  id: 'retired-source-cited',
  check({ model }, report) {
    for (const entry of listEntries(model.content)) {
      for (const { id, field, at, targets } of model.referencesOf(entry)) {
        if (!targets.includes('sources') || field === 'evidence.source') continue;
        const retired = model.findSource(id)?.retired;
        if (retired === undefined) continue;
        report({
          file: entry.file,
          at,
          reason: `Unexpected retired source \`${id}\` in \`${field}\`, expected \`${retired.use}\``,
          hint: retired.reason,
        });
      }
    }
  },
};
