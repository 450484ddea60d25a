import type { Source } from '#schema/source.ts';

/**
 * A link to a cited page as the Robust Links specification has it: where a copy is on record, the link names it.
 * https://robustlinks.mementoweb.org/spec/
 */
export interface RobustLink {
  href: string;
  'data-versionurl'?: string;
  'data-versiondate'?: string;
  'data-originalurl'?: string;
}

/** The link to the page itself, naming its archived copy. */
export function deriveLiveLink(url: string, archive: Source['archive']): RobustLink {
  return archive === undefined
    ? { href: url }
    : { href: url, 'data-versionurl': archive.url, 'data-versiondate': archive.on };
}

/** The link to the archived copy, naming the page it is a copy of. */
export function deriveArchiveLink(
  url: string | undefined,
  { url: copy, on }: NonNullable<Source['archive']>,
): RobustLink {
  return { href: copy, ...(url !== undefined && { 'data-originalurl': url }), 'data-versiondate': on };
}
