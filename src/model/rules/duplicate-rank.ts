import type { CollectionName } from '#schema/collections.ts';
import type { Entry } from '../content.ts';
import type { Rule } from './rule.ts';

/** No two entries of a collection share a place in its order. */
export const duplicateRank: Rule = {
  id: 'duplicate-rank',
  check({ model }, report) {
    for (const [collection, entries] of Object.entries(model.content.entries) as [CollectionName, readonly Entry[]][]) {
      const field = collection === 'proposals' ? 'priority' : 'order';
      const holders = new Map<number, string>();
      for (const { file, data } of entries) {
        const rank: unknown = data[field as keyof typeof data];
        if (typeof rank !== 'number') continue;
        const holder = holders.get(rank);
        if (holder === undefined) holders.set(rank, file);
        else
          report({
            file,
            at: { path: [field] },
            reason: `Unexpected \`${field}: ${rank}\`, expected a number that ${holder} does not have`,
            hint: `the next free number is ${Math.max(...holders.keys()) + 1}`,
          });
      }
    }
  },
};
