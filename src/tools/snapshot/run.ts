import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveDifference, type Difference } from '#model/difference/difference.ts';
import { renderCanonical, type Json } from '#model/json.ts';
import { renderSnapshot } from '#model/snapshot/render.ts';
import { deriveSnapshot } from '#model/snapshot/snapshot.ts';
import { ruleCatalogue } from '#model/rules/catalogue.ts';
import type { Message } from '#report/message.ts';
import type { Snapshot } from '#schema/snapshot.ts';
import { readContent } from '#store/disk.ts';
import { snapshotFile } from '#store/snapshot.ts';
import { checkIds } from './check-ids.ts';
import { listObstacles } from './usable-content.ts';

/** How the recorded snapshot stands to the content. */
export interface Comparison {
  /** Path of the file, and as messages show it. */
  path: string;
  file: string;
  /** The text that belongs there. */
  text: string;
  isThere: boolean;
  isSame: boolean;
  difference: Difference;
  /** Names of the entries that are not as recorded. */
  differing: readonly string[];
  /** Ids that lead nowhere; while there are any, nothing may be written. */
  lost: readonly Message[];
}

/** Compares the snapshot with the content; `unreadable` says why it could not be. Writes nothing. */
export function compareSnapshot(contentDirectory: string, today: string): Comparison | { unreadable: Message[] } {
  const read = readContent(contentDirectory);
  const { content } = read;
  const path = join(contentDirectory, snapshotFile);
  const recorded = content.snapshot.data;
  const isThere = existsSync(path);
  const faults = read.problems
    .filter(({ file }) => isThere && recorded === undefined && file === content.snapshot.file)
    .map(({ place, ruleId, ...problem }): Message => ({
      ...problem,
      ruleId,
      level: ruleCatalogue[ruleId].level,
      ...place,
    }));
  const obstacles = listObstacles(read);
  // The obstacles of a tree that cannot be summed up include what is wrong with the snapshot.
  if (obstacles.length > 0 || faults.length > 0) return { unreadable: obstacles.length > 0 ? obstacles : faults };
  const snapshot = deriveSnapshot(content);
  const text = renderSnapshot(snapshot);
  const before = recorded ?? emptyLike(snapshot);
  return {
    path,
    file: content.snapshot.file,
    text,
    isThere,
    isSame: isThere && readFileSync(path, 'utf8').replaceAll('\r\n', '\n') === text,
    difference: deriveDifference(before, snapshot),
    differing: listDiffering(before, snapshot),
    lost: checkIds(read, today),
  };
}

function emptyLike(snapshot: Snapshot): Snapshot {
  const counts = { entries: {}, statuses: {}, worst: {}, openBlockers: 0, samples: {} };
  return { ...snapshot, dataAsOf: null, answer: '', counts, redirects: {}, entries: {}, events: [] };
}

function listDiffering({ entries: before }: Snapshot, { entries: after }: Snapshot): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => renderCanonical((before[key] ?? null) as Json) !== renderCanonical((after[key] ?? null) as Json))
    .sort();
}
