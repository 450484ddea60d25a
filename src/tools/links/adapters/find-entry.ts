import { findNearMiss } from '#model/near-miss.ts';
import type { InventoryEntry } from './inventory.ts';

/** The entry for a name or anchor: the same one, else one whose last part it is, else the one spelled most like it. */
export function findEntry(entries: readonly InventoryEntry[], name: string): InventoryEntry | undefined {
  const find = (fits: (entry: InventoryEntry) => boolean) => entries.find(fits);
  const near = () => {
    const spelled = findNearMiss(
      name,
      entries.map((entry) => entry.name),
    );
    return find((entry) => entry.name === spelled);
  };
  return (
    find((entry) => entry.name === name || entry.location.endsWith(`#${name}`)) ??
    find((entry) => entry.name.endsWith(`.${name}`)) ??
    near()
  );
}
