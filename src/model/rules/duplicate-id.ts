import { nameIdSpace } from '../id-space.ts';
import { listFiles } from './files.ts';
import type { Rule } from './rule.ts';

/**
 * An id names one entry. Within a collection ids differ by more than case, because file systems and readers do not
 * tell them apart; across the collections that make claims they differ, so that a plain id is enough.
 */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  check({ model }, report) {
    const holders = new Map<string, string>();
    for (const { collection, id, file } of listFiles(model.content)) {
      const key = `${nameIdSpace(collection)}/${id.toLowerCase()}`;
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, file);
      else
        report({
          file,
          at: { path: [] },
          reason: `Unexpected second file with the id \`${id}\`, expected one: ${holder} has it`,
          hint: 'rename the newer one; ids differ by more than case',
        });
    }
  },
};
