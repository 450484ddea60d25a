import type { Snapshot } from '#schema/snapshot.ts';
import { isDraft, listEntries } from '../content.ts';
import { findNearMiss } from '../near-miss.ts';
import { renderKey } from '../published.ts';
import { listFiles } from './files.ts';
import type { Rule } from './rule.ts';

/**
 * An id that was published once leads somewhere for ever. What was published is on record in the snapshot: its entries,
 * and the redirects of those that were gone by then.
 */
export const removedId: Rule = {
  id: 'removed-id',
  check({ model }, report) {
    const { redirects, snapshot } = model.content;
    // What the redirects say is not known, so neither is what they lack.
    if (snapshot.data === undefined || redirects.isBroken) return;
    const there = new Set(listFiles(model.content).map(renderKey));
    const drafts = new Map(
      listEntries(model.content)
        .filter(isDraft)
        .map((entry) => [renderKey(entry), entry.file]),
    );
    const redirected = new Set(redirects.data.map(({ from }) => from));
    for (const key of Object.keys(snapshot.data.entries)) {
      const draft = drafts.get(key);
      if (draft !== undefined) {
        report({
          file: draft,
          at: { path: ['draft'] },
          reason: `Unexpected draft of \`${key}\`, expected a page that stays: it was published`,
          hint: 'remove `draft: true`; to withdraw the entry, delete it and add a redirect to content/redirects.yaml',
        });
      } else if (!there.has(key) && !redirected.has(key)) {
        report({
          file: snapshot.file,
          at: { path: ['entries', key] },
          reason: `Missing entry \`${key}\`, expected a page that stays: it was published`,
          hint: renderWayOut(key, findSuccessor(key, there, snapshot.data)),
        });
      }
    }
    for (const [from, to] of Object.entries(snapshot.data.redirects)) {
      if (there.has(from) || redirected.has(from)) continue;
      report({
        file: snapshot.file,
        at: { path: ['redirects', from] },
        reason: `Missing redirect from \`${from}\`, expected one that stays: the page was published`,
        hint: renderWayOut(from, to),
      });
    }
  },
};

function renderWayOut(from: string, to: string | undefined): string {
  const target = to === undefined ? '`to: <what took its place>`' : `\`to: ${to}\``;
  return `restore it, or add a redirect to content/redirects.yaml: \`from: ${from}\`, ${target}, \`on\` and \`reason\``;
}

/** The new entry of the same collection whose name is nearest: most likely it was renamed. */
function findSuccessor(key: string, there: ReadonlySet<string>, { entries }: Snapshot): string | undefined {
  const collection = key.slice(0, key.indexOf('/') + 1);
  return findNearMiss(
    key,
    [...there].filter((name) => name.startsWith(collection) && !Object.hasOwn(entries, name)),
  );
}
