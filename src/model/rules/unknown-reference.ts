import { listEntries } from '../content.ts';
import { renderNearMiss } from '../near-miss.ts';
import type { Rule } from './rule.ts';

/** Every id that an entry mentions is the id of a file. */
export const unknownReference: Rule = {
  id: 'unknown-reference',
  check({ model }, report) {
    const { content } = model;
    for (const entry of listEntries(content)) {
      for (const { id, field, at, targets } of model.referencesOf(entry)) {
        const ids = targets.flatMap((target) => [
          ...content.entries[target].map((known) => known.id),
          ...content.broken.filter(({ collection }) => collection === target).map((known) => known.id),
        ]);
        if (ids.includes(id)) continue;
        const moved = content.redirects.data.find(({ from }) => targets.some((target) => from === `${target}/${id}`));
        const where = targets.length === 1 ? `content/${targets.join('')}/` : 'any collection of entries';
        report({
          file: entry.file,
          at,
          reason: `Unexpected id \`${id}\` in \`${field}\`, expected the name of a file in ${where}`,
          hint:
            moved === undefined
              ? renderNearMiss(id, ids, `create it with \`npm run new\`, or remove the mention`)
              : `it is gone: \`${moved.to}\` took its place`,
        });
      }
    }
  },
};
