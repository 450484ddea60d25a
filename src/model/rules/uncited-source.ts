import { isDraft } from '../content.ts';
import type { Rule } from './rule.ts';

/** Every source is cited by a published entry, unless it is retired. An entry that could not be read may cite any, so then nothing is said. */
export const uncitedSource: Rule = {
  id: 'uncited-source',
  check({ model }, report) {
    if (model.content.broken.some(({ collection }) => collection !== 'sources' && collection !== 'rules')) return;
    for (const source of model.content.entries.sources) {
      if (source.data.retired !== undefined || source.data.draft) continue;
      if (model.mentionsOf('sources', source.id).some(({ from }) => from.collection !== 'sources' && !isDraft(from)))
        continue;
      report({
        file: source.file,
        at: { path: ['title'] },
        reason: `Unexpected source \`${source.id}\` that nobody cites, expected a mention in an entry`,
        hint: `cite it in \`docs\`, in evidence or with \`<Cite source="${source.id}" />\`, or delete the file`,
      });
    }
  },
};
