import { findNearMiss } from '../near-miss.ts';
import type { Rule } from './rule.ts';

/** A waiver ends on its day. */
export const waiverExpired: Rule = {
  id: 'waiver-expired',
  check({ model, today }, report) {
    const { file, data } = model.content.waivers;
    data.forEach(({ match, expires }, index) => {
      if (expires >= today) return;
      report({
        file,
        at: { path: ['waivers', index, 'expires'] },
        reason: `Unexpected waiver for \`${match.citation}\` that ended on ${expires}, expected one that still holds`,
        hint: 'mend the citation and delete the waiver, or renew it with a fresh reason',
      });
    });
  },
};

/** A waiver covers a source that is there. */
export const waiverUnused: Rule = {
  id: 'waiver-unused',
  check({ model }, report) {
    const { broken, waivers } = model.content;
    const { file, data } = waivers;
    data.forEach(({ match }, index) => {
      if (model.find('sources', match.citation) !== undefined) return;
      if (broken.some(({ collection, id }) => collection === 'sources' && id === match.citation)) return;
      const near = findNearMiss(
        match.citation,
        model.content.entries.sources.map(({ id }) => id),
      );
      report({
        file,
        at: { path: ['waivers', index, 'match', 'citation'] },
        reason: `Unexpected waiver for \`${match.citation}\`, expected the name of a file in content/sources/`,
        hint: near === undefined ? 'delete the waiver' : `did you mean \`${near}\`?`,
      });
    });
  },
};
