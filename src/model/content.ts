import {
  entryCollectionNames,
  type CollectionName,
  type DataOf,
  type EntryCollectionName,
} from '#schema/collections.ts';
import type { HostRecord, LinkRecord } from '#schema/link-health.ts';
import type { Redirect } from '#schema/redirect.ts';
import type { Snapshot } from '#schema/snapshot.ts';
import type { Waiver } from '#schema/waiver.ts';
import type { Verdict } from '#schema/verdict.ts';
import type { Prose } from './prose.ts';
import type { SampleFiles } from './sample.ts';

/** One entry of a collection as read: data that its schema accepts, and facts about its prose. */
export interface EntryIn<C extends CollectionName> {
  collection: C;
  id: string;
  /** Path of its file, as messages and edit links show it. */
  file: string;
  data: DataOf[C];
  /** Absent for entries that are data only. */
  prose?: Prose;
  /** The files of a sample; absent for every other entry. */
  files?: SampleFiles;
}

export type Entry = { [C in CollectionName]: EntryIn<C> }[CollectionName];

/** An entry that makes claims: everything but samples, sources and rules. */
export type ClaimEntry = { [C in EntryCollectionName]: EntryIn<C> }[EntryCollectionName];

/** Everything that was read, by collection, each in the order of its ids. */
export type Entries = { [C in CollectionName]: readonly EntryIn<C>[] };

export interface Content {
  entries: Entries;
  waivers: { file: string; data: readonly Waiver[] };
  /** What samples did in their runtimes when they were last run for the record. */
  verdicts: { file: string; data: readonly Verdict[]; /** Set when the record could not be read. */ isBroken?: true };
  /** What the link check has on record; nothing before its first run, or when the record could not be read. */
  linkHealth: { file: string; data: { hosts: readonly HostRecord[]; links: readonly LinkRecord[] } };
  /** Entries that are gone, and where to. */
  redirects: { file: string; data: readonly Redirect[]; /** Set when the file could not be read. */ isBroken?: true };
  /** What the content came to when that was last written down; absent before the first time, and when it could not be read. */
  snapshot: { file: string; data?: Snapshot };
  /** Files that exist but could not be read or did not fit their schema: a reference to one is not unknown. */
  broken: readonly { collection: CollectionName; id: string; file: string }[];
}

export function listEntries(content: Content): Entry[] {
  return Object.values(content.entries).flat();
}

export function listClaimEntries(entries: Entries): ClaimEntry[] {
  return entryCollectionNames.flatMap((name): readonly ClaimEntry[] => entries[name]);
}

/** Whether an entry is still being written, and so not published. */
export function isDraft({ data }: Pick<Entry, 'data'>): boolean {
  return 'draft' in data && data.draft;
}

export function isClaimEntry(entry: Entry): entry is ClaimEntry {
  return entryCollectionNames.some((name) => name === entry.collection);
}
