import { listEntries } from '../content.ts';
import { isDay } from '../day.ts';
import { listFieldTexts } from './field-values.ts';
import type { Rule } from './rule.ts';

const dateFields = new Set(['on', 'accessedOn', 'publishedOn', 'raisedOn']);
const healthDateFields = new Set(['since', 'firstSeen', 'lastChecked', 'lastOk', 'from', 'on']);

/** No record is dated after the day of the run. */
export const futureDate: Rule = {
  id: 'future-date',
  check({ model, today }, report) {
    for (const entry of listEntries(model.content)) {
      for (const { key, text: date, path } of listFieldTexts(entry.data)) {
        if (!dateFields.has(key) || date <= today) continue;
        report({
          file: entry.file,
          at: { path },
          reason: `Unexpected date \`${date}\`, expected today (\`${today}\`) or earlier`,
          hint: 'a record says what was known on a day; it cannot be written ahead of it',
        });
      }
    }
    const { redirects } = model.content;
    redirects.data.forEach(({ on }, index) => {
      if (on <= today) return;
      report({
        file: redirects.file,
        at: { path: ['redirects', index, 'on'] },
        reason: `Unexpected date \`${on}\`, expected today (\`${today}\`) or earlier`,
        hint: 'a redirect says when an entry went; it cannot be written ahead of it',
      });
    });
    const { file, data } = model.content.linkHealth;
    for (const { key, text: date, path } of listFieldTexts(data)) {
      if (!healthDateFields.has(key) || !isDay(date) || date <= today) continue;
      report({
        file,
        at: { path },
        reason: `Unexpected date \`${date}\`, expected today (\`${today}\`) or earlier`,
        hint: 'the clock of the check was ahead: take the file from the last commit, and check again',
      });
    }
  },
};
