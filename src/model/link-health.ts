import type { LinkRecord } from '#schema/link-health.ts';
import type { Source } from '#schema/source.ts';
import type { EntryIn, Entries } from './content.ts';

/** A source that the link check looks at: it is in use and has an address. */
export type CitedPage = EntryIn<'sources'> & { data: { url: string } };

/** All sources that the link check looks at. What they are called together is citations. */
export function listCitedPages({ sources }: Entries): CitedPage[] {
  return sources.filter((source): source is CitedPage => source.data.url !== undefined && !source.data.retired);
}

/**
 * The day a source was last read live: by a person, or by the link check when it last found what the source is cited
 * for; the later of the two. A page that answers otherwise today was still read on that day.
 */
export function deriveLastRead(source: Source | undefined, health: LinkRecord | undefined): string | undefined {
  return [source?.accessedOn, health?.lastOk]
    .filter((day) => typeof day === 'string')
    .sort()
    .at(-1);
}
