import { addDays } from '#model/day.ts';
import type { LinkHealth, LinkRecord } from '#schema/link-health.ts';
import type { Citation } from '../citation.ts';
import { longestWaitDays } from '../history/next-due.ts';
import { deriveExpectHash } from '../identify/expect-hash.ts';
import { deriveStableShare } from '../stable-share.ts';
import { deriveBucket } from './bucket.ts';

interface PlanOptions {
  scope: 'due' | 'all' | { ids: readonly string[] };
  today: string;
  /** Which part of the run to do, counted from 1. */
  shard?: { index: number; count: number };
  bucketOf?: (url: string) => string;
}

interface Plan {
  /** What this run checks, in the order of ids. */
  citations: readonly Citation[];
  /** Ids of what all shards of the run check together. */
  planned: readonly string[];
  /** Ids that were asked for and that no citation has. */
  unknownIds: readonly string[];
}

/** Decides what a run checks. All citations of a bucket fall into one shard, so that no host is asked by two machines. */
export function planRun(
  citations: readonly Citation[],
  health: LinkHealth,
  { scope, today, shard = { index: 1, count: 1 }, bucketOf = deriveBucket }: PlanOptions,
): Plan {
  const records = new Map(health.links.map((record) => [record.citation, record]));
  const wanted = typeof scope === 'object' ? new Set(scope.ids) : undefined;
  const chosen = citations
    .filter(
      (citation) => wanted?.has(citation.id) ?? (scope === 'all' || isDue(citation, records.get(citation.id), today)),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    citations: chosen.filter(({ url }) => findShard(bucketOf(url), shard.count) === shard.index),
    planned: chosen.map(({ id }) => id),
    unknownIds: [...(wanted ?? [])].filter((id) => !citations.some((citation) => citation.id === id)),
  };
}

/** What was never checked, was edited since, or has its day. A day that no check can have set comes from a wrong clock. */
function isDue(citation: Citation, record: LinkRecord | undefined, today: string): boolean {
  if (record?.expectHash !== deriveExpectHash(citation)) return true;
  return record.nextDue <= today || record.nextDue > addDays(today, longestWaitDays);
}

/** The shard of a bucket, from 1 to `count`: the same in every run. */
function findShard(bucket: string, count: number): number {
  return Math.floor(deriveStableShare(bucket) * count) + 1;
}
