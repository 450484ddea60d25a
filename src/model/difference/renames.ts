import type { Snapshot } from '#schema/snapshot.ts';

/** An entry that has another name on the other side. */
export interface Rename {
  before: string;
  after: string;
}

/**
 * Pairs entries that are on one side only and that a redirect of either side leads from one to the other: renamed, or
 * named back. Of several that became one, the first in the order of their names is its former self.
 */
export function listRenames(before: Snapshot, after: Snapshot): Rename[] {
  const isOld = (key: string | undefined) => isOnlyIn(before, after, key);
  const isNew = (key: string | undefined) => isOnlyIn(after, before, key);
  const pairs = [
    ...Object.entries(after.redirects).map(([from, to]) => ({ before: from, after: to })),
    ...Object.entries(before.redirects).map(([from, to]) => ({ before: to, after: from })),
  ].filter((pair) => isOld(pair.before) && isNew(pair.after) && hasOneCollection(pair));
  const taken = new Set<string>();
  // The order must be the same when the sides change places.
  return pairs
    .sort((a, b) => (sortedText(a) < sortedText(b) ? -1 : 1))
    .filter((pair) => {
      if (taken.has(pair.before) || taken.has(pair.after)) return false;
      taken.add(pair.before).add(pair.after);
      return true;
    });
}

function isOnlyIn(one: Snapshot, other: Snapshot, key: string | undefined): boolean {
  return key !== undefined && Object.hasOwn(one.entries, key) && !Object.hasOwn(other.entries, key);
}

function hasOneCollection({ before, after }: Rename): boolean {
  return before.split('/', 1)[0] === after.split('/', 1)[0];
}

function sortedText({ before, after }: Rename): string {
  return [before, after].sort().join(' ');
}
