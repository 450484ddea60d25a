import { identifierPattern } from '#schema/identifier.ts';
import { listFiles } from './files.ts';
import type { Rule } from './rule.ts';

/** A file name is an id: it becomes the URL and stays for ever. */
export const badId: Rule = {
  id: 'bad-id',
  check({ model }, report) {
    for (const { id, file } of listFiles(model.content)) {
      if (identifierPattern.test(id)) continue;
      const mended = id
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
      report({
        file,
        at: { path: [] },
        reason: `Unexpected file name \`${id}\`, expected lower-case letters, digits and single hyphens`,
        hint: mended === '' ? 'name the file after what the entry is about' : `rename the file to \`${mended}\``,
      });
    }
  },
};
