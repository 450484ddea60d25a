import { isDraft, listEntries } from '../content.ts';
import type { Rule } from './rule.ts';

/** A draft is on record as one, so that nobody takes it for published. */
export const draftEntry: Rule = {
  id: 'draft-entry',
  check({ model }, report) {
    for (const entry of listEntries(model.content)) {
      if (!isDraft(entry)) continue;
      report({
        file: entry.file,
        at: { path: ['draft'] },
        reason: 'Unexpected draft, expected a finished entry: a draft is checked and not published',
        hint: 'finish it, then remove `draft: true`',
      });
    }
  },
};

/** What is published does not point at what is not. */
export const draftReferenced: Rule = {
  id: 'draft-referenced',
  check({ model }, report) {
    for (const entry of listEntries(model.content)) {
      // A sample may be there before the draft that shows it.
      if (isDraft(entry) || entry.collection === 'samples') continue;
      for (const { id, field, at, targets } of model.referencesOf(entry)) {
        const target = targets.map((collection) => model.find(collection, id)).find((found) => found !== undefined);
        if (target === undefined || !isDraft(target)) continue;
        report({
          file: entry.file,
          at,
          reason: `Unexpected draft \`${id}\` in \`${field}\`, expected a published entry`,
          hint: `finish ${target.file} and remove its \`draft: true\`, or remove the mention`,
        });
      }
    }
  },
};
