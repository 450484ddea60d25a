import { isDraft, listEntries } from '../content.ts';
import { renderNearMiss } from '../near-miss.ts';
import { renderRedirectPath } from '../redirects.ts';
import { listRoutes, renderEntryPath } from '../routes.ts';
import type { Rule } from './rule.ts';
import { isOutside } from './urls/cited-urls.ts';

/** A link within the site goes to a page that is there, written from the root and with its trailing slash. */
export const brokenInternalLink: Rule = {
  id: 'broken-internal-link',
  check({ model }, report) {
    const { content } = model;
    const broken = content.broken.map(renderEntryPath);
    const routes = new Set([...listRoutes(content.entries), ...broken]);
    const drafts = new Set(listEntries(content).filter(isDraft).map(renderEntryPath));
    const moved = new Map(
      content.redirects.data.map(({ from, to }) => [renderRedirectPath(from), renderRedirectPath(to)]),
    );
    for (const entry of listEntries(content)) {
      const { file, prose } = entry;
      for (const { url, place } of prose?.links ?? []) {
        const path = url.replace(/[?#].*$/, '');
        const toDraft = drafts.has(path) && !isDraft(entry);
        const target = moved.get(path);
        if (isOutside(url) || url.startsWith('#') || (routes.has(path) && !toDraft)) continue;
        report({
          file,
          at: { place },
          reason: `Unexpected link to ${toDraft ? 'the draft ' : ''}\`${url}\`, expected a page of the site`,
          hint: toDraft
            ? 'finish the draft and remove its `draft: true`, or remove the link'
            : target === undefined
              ? renderNearMiss(url, routes, 'write it from the root, as in `/edges/synchronous-db-access/`')
              : `the page is gone: link to \`${target}\``,
        });
      }
    }
  },
};
