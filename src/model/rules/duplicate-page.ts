import type { Rule } from './rule.ts';
import { derivePageKey } from './urls/page-identity.ts';

/** One page is one source: two records of it would grow apart. A locator makes two parts of a page two sources. */
export const duplicatePage: Rule = {
  id: 'duplicate-page',
  check({ model }, report) {
    const holders = new Map<string, string>();
    for (const { id, file, data } of model.content.entries.sources) {
      if (data.url === undefined || data.retired !== undefined) continue;
      const key = `${derivePageKey(data.url)} ${data.locator ?? ''}`;
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, id);
      else
        report({
          file,
          at: { path: ['url'] },
          reason: `Unexpected second record of one page, expected it in \`${holder}\` only`,
          hint: `cite \`${holder}\`, retire this one with \`use: ${holder}\`, or tell the two apart by \`locator\``,
        });
    }
  },
};
