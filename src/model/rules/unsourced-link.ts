import { listEntries } from '../content.ts';
import { listFieldTexts } from './field-values.ts';
import type { Rule } from './rule.ts';
import { listCitedUrls } from './urls/cited-urls.ts';
import { derivePageKey } from './urls/page-identity.ts';

/** Everything outside that the prose or a text field names by URL is a source. */
export const unsourcedLink: Rule = {
  id: 'unsourced-link',
  check({ model }, report) {
    const { content } = model;
    const known = new Map(
      content.entries.sources.flatMap(({ id, data }) =>
        [data.url, ...data.fallbacks].flatMap((url) => (url === undefined ? [] : [[derivePageKey(url), id] as const])),
      ),
    );
    const ofSources = new Set(content.entries.sources.map(({ file }) => file));
    // A source that could not be read may be the one that is linked.
    const allRead = content.broken.every(({ collection }) => collection !== 'sources');
    for (const { url, file, at } of allRead ? listCitedUrls(content) : []) {
      if (ofSources.has(file) || known.has(derivePageKey(url))) continue;
      report({
        file,
        at,
        reason: `Unexpected link to \`${url}\`, expected the URL of a source`,
        hint: 'add it with `npm run new -- source <id>`, and cite it with `<Cite source="<id>" />`',
      });
    }
    for (const entry of listEntries(content)) {
      if (entry.collection === 'sources') continue;
      const urls = listFieldTexts(entry.data).flatMap(({ text, path }) =>
        [...text.matchAll(/https?:\/\/\S+/gi)].map(([url]) => ({ url, path })),
      );
      for (const { url, path } of urls) {
        const id = known.get(derivePageKey(url));
        report({
          file: entry.file,
          at: { path },
          reason: `Unexpected URL \`${url}\` in a field, expected the id of a source`,
          hint: id === undefined ? 'add the page as a source and name its id' : `it is the source \`${id}\``,
        });
      }
    }
  },
};
