import { renderList } from '#report/phrase.ts';
import type { LinkHealth, LinkRecord } from '#schema/link-health.ts';
import type { Waiver } from '#schema/waiver.ts';
import type { Citation } from '../citation.ts';
import { deriveExpectHash } from '../identify/expect-hash.ts';
import type { Observation } from '../observation.ts';
import { deriveStableShare } from '../stable-share.ts';
import { applyDay } from './apply-day.ts';
import { clampRecord, listClamped } from './clamp.ts';
import { dayOf, deriveDays } from './day-evidence.ts';
import { createRecord } from './new-record.ts';
import { deriveNextDue } from './next-due.ts';
import { settleNextDue, settleState } from './settle.ts';
import { applyWaivers } from './waivers.ts';

interface FoldContext {
  /** The day of the run, in UTC. */
  today: string;
  /** Every citation there is, whether it was checked or not: what is not among them is dropped. */
  citations: readonly Pick<Citation, 'id' | 'url' | 'expect'>[];
  waivers: readonly Waiver[];
  /** Spreads the days of the next checks: a number from 0 up to 1 for the id of a citation, always the same. */
  shareOf?: (id: string) => number;
}

interface FoldResult {
  health: LinkHealth;
  /** What was dropped, left out or put right, one sentence each. */
  notes: readonly string[];
}

/**
 * Folds the observations of a run into the records. The order in which they come does not matter, and folding them
 * twice on one day is folding them once. Records stand in the order of their citations' ids.
 */
export function foldObservations(
  health: LinkHealth,
  observations: readonly Observation[],
  { today, citations, waivers, shareOf = deriveStableShare }: FoldContext,
): FoldResult {
  const notes: string[] = [];
  const records = new Map(health.links.map((record) => [record.citation, record]));
  const observed = Map.groupBy(applyWaivers(observations, waivers, today), ({ citation }) => citation);
  const cited = new Map(citations.map((citation) => [citation.id, citation]));

  for (const id of new Set([...records.keys(), ...observed.keys()])) {
    if (cited.has(id)) continue;
    if (records.has(id)) notes.push(`Dropped the record of \`${id}\`: no source has that id`);
    else notes.push(`Left out what was observed of \`${id}\`: no source has that id`);
  }
  const links = [...cited.values()].flatMap((citation) => foldCitation(citation) ?? []);
  return { health: { ...health, links: links.sort(byCitation) }, notes: notes.sort() };

  function foldCitation({ id, url, expect }: FoldContext['citations'][number]): LinkRecord | undefined {
    const expectHash = deriveExpectHash({ url, expect });
    const before = findRecord(id, expectHash);
    const days = deriveDays(selectObservations(id, expectHash, before?.lastChecked ?? null), today);
    const [first] = days;
    let record = before ?? (first && createRecord({ id, url, expectHash }, first));
    if (record === undefined) return undefined;
    for (const day of days) record = applyDay(record, day);
    record = settleState(record, today, waivers);
    const last = days.at(-1);
    if (last !== undefined) record = { ...record, nextDue: deriveNextDue(record, last.on, shareOf(id)) };
    return settleNextDue(record, today, waivers);
  }

  function findRecord(id: string, expectHash: string): LinkRecord | undefined {
    const record = records.get(id);
    if (record !== undefined && record.expectHash !== expectHash) {
      notes.push(`Started \`${id}\` anew: its URL or its expectation was edited`);
      return undefined;
    }
    if (record === undefined) return undefined;
    const clamped = clampRecord(record, today);
    const names = listClamped(record, clamped);
    if (names.length > 0)
      notes.push(`Put ${renderList(names.map((name) => `\`${name}\``))} of \`${id}\` right: a day after ${today}`);
    return clamped;
  }

  function selectObservations(id: string, expectHash: string, lastChecked: string | null): Observation[] {
    return (observed.get(id) ?? []).filter((observation) => {
      const day = dayOf(observation);
      if (observation.expectHash !== expectHash) {
        notes.push(`Left out what was observed of \`${id}\` on ${day}: its URL or its expectation was edited`);
        return false;
      }
      if (lastChecked !== null && day < lastChecked) {
        notes.push(`Left out what was observed of \`${id}\` on ${day}: it was checked again on ${lastChecked}`);
        return false;
      }
      if (day > today)
        notes.push(`Took what was observed of \`${id}\` on ${day} for ${today}: that day is yet to come`);
      return true;
    });
  }
}

function byCitation(a: LinkRecord, b: LinkRecord): number {
  return a.citation < b.citation ? -1 : 1;
}
