import type { LinkHealth, LinkRecord, LinkState } from '#schema/link-health.ts';

/** What a pull request would change in the health of links. */
export interface HealthChanges {
  /** Records whose state is another, by the state they come to. A record that was not there before counts too. */
  entered: ReadonlyMap<LinkState, readonly LinkRecord[]>;
  /** Records that stay in their state: only days and counts of them change. */
  keptCount: number;
  /** Citations whose record goes, because no source has their id any more. */
  dropped: readonly string[];
}

export function deriveHealthChanges(before: LinkHealth, after: LinkHealth): HealthChanges {
  const states = new Map(before.links.map(({ citation, state }) => [citation, state]));
  const moved = after.links.filter(({ citation, state }) => states.get(citation) !== state);
  const present = new Set(after.links.map(({ citation }) => citation));
  return {
    entered: Map.groupBy(moved, ({ state }) => state),
    keptCount: after.links.length - moved.length,
    dropped: before.links.map(({ citation }) => citation).filter((citation) => !present.has(citation)),
  };
}
