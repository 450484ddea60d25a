import type { ClaimEntry } from './content.ts';

/** What stands where an owner would, for an entry that nobody has taken on. */
export const nobodyYet = 'Nobody yet';

/** Who looks after an entry, in one line: a name may have been written over several. */
export function renderOwner({ data }: ClaimEntry): string | undefined {
  return data.owner?.replaceAll(/\s+/g, ' ');
}

/** Part of a path for each owner. Names that come out the same are numbered in the order of the names. */
export function deriveOwnerSlugs(owners: Iterable<string>): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const owner of [...new Set(owners)].sort()) {
    const plain = owner
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    const base = plain === '' ? 'owner' : plain;
    let slug = base;
    for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
    taken.add(slug);
    slugs.set(owner, slug);
  }
  return slugs;
}
