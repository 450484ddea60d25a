import { listEntries } from '../content.ts';
import { renderNearMiss } from '../near-miss.ts';
import { listRoutes } from '../routes.ts';
import type { Rule } from './rule.ts';
import { isOutside } from './urls/cited-urls.ts';

/** A link within the site goes to a page that is there, written from the root and with its trailing slash. */
export const brokenInternalLink: Rule = {
  id: 'broken-internal-link',
  check({ model }, report) {
    const { content } = model;
    const broken = content.broken.map(({ collection, id }) => `/${collection}/${id}/`);
    const routes = new Set([...listRoutes(content.entries), ...broken]);
    for (const { file, prose } of listEntries(content)) {
      for (const { url, place } of prose?.links ?? []) {
        if (isOutside(url) || url.startsWith('#') || routes.has(url.replace(/[?#].*$/, ''))) continue;
        report({
          file,
          at: { place },
          reason: `Unexpected link to \`${url}\`, expected a page of the site`,
          hint: renderNearMiss(url, routes, 'write it from the root, as in `/edges/synchronous-db-access/`'),
        });
      }
    }
  },
};
