/** A name that a documentation defines, and the page and anchor where it does so, relative to the inventory. */
export interface InventoryEntry {
  name: string;
  /** Such as `py:function` or `std:label`. */
  role: string;
  location: string;
}

/** What is known of one PEP. */
export interface Pep {
  title: string;
  status: string;
  /** Numbers of the PEPs that take its place. */
  supersededBy: string | undefined;
}

/** What a site says about its own pages. */
export type Inventory =
  { kind: 'sphinx'; entries: readonly InventoryEntry[] } | { kind: 'peps'; peps: ReadonlyMap<number, Pep> };
