import { offlineSourceKinds } from '#schema/source.ts';
import { renderAlternatives } from '#report/phrase.ts';
import type { Rule } from './rule.ts';

/** A source has a URL, or is of a kind that is found by name and version, and then says where. */
export const missingLocator: Rule = {
  id: 'missing-locator',
  check({ model }, report) {
    for (const { file, data } of model.content.entries.sources) {
      if (data.url !== undefined) continue;
      const offline = offlineSourceKinds.includes(data.kind);
      if (offline && data.locator !== undefined) continue;
      report({
        file,
        at: { path: ['kind'] },
        reason: offline
          ? `Unexpected \`${data.kind}\` with neither \`url\` nor \`locator\`, expected one of them`
          : `Unexpected \`${data.kind}\` without \`url\`, expected a URL`,
        hint: offline
          ? 'add `locator:` with the page id and version, or the name, version and file'
          : `only the kinds ${renderAlternatives(offlineSourceKinds.map((kind) => `\`${kind}\``))} may go without`,
      });
    }
  },
};
