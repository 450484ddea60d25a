import { runtimeNames } from '#schema/sample.ts';
import type { SnapshotEntry } from '#schema/snapshot.ts';
import { isClaimEntry, type ClaimEntry, type Entry, type EntryIn } from '../content.ts';
import { listJudgements, type Judgement } from '../judgements.ts';
import type { Model } from '../model.ts';
import { renderKey } from '../published.ts';
import type { Reference } from '../references.ts';
import { isDeclared } from '../sample.ts';
import { findVerdict, isForSource } from '../verdicts.ts';
import { deriveFacts } from './facts.ts';

/** What an entry comes to, in words that do not depend on the day. Empty parts are left out. */
export function deriveSnapshotEntry(model: Model, entry: Entry): SnapshotEntry {
  const references = model.referencesOf(entry);
  const parts = {
    facts: deriveFacts(entry, references),
    relations: deriveRelations(model, entry, references),
    mentionedBy: listMentions(model, entry),
    sources: listCited(entry, references),
  };
  return {
    title: entry.data.title,
    ...(isClaimEntry(entry) && deriveState(model, entry)),
    ...(entry.collection === 'samples' && { verdicts: deriveVerdicts(model, entry) }),
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0)),
  };
}

function deriveState(model: Model, entry: ClaimEntry): Partial<SnapshotEntry> {
  const current = model.currentOf(entry);
  if (current === undefined)
    return entry.collection === 'questions' ? { status: 'open', since: entry.data.raisedOn } : {};
  const status = entry.collection === 'questions' ? 'settled' : current.status;
  const { freshUntil } = model.verificationOf(current);
  return {
    ...(status !== undefined && { status }),
    ...(current.maturity !== undefined && { maturity: current.maturity }),
    ...(status !== undefined && { since: deriveSince(listJudgements(entry), current) }),
    on: current.on,
    ...(freshUntil !== undefined && { freshUntil }),
    ...(current.evidence.length > 0 && { evidence: countEvidence(current) }),
  };
}

/** The day of the first judgement of those in a row up to the current one that say the same. */
function deriveSince(judgements: readonly Judgement[], current: Judgement): string {
  const newestFirst = judgements.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const change = newestFirst.findIndex(
    ({ status, maturity }) => status !== current.status || maturity !== current.maturity,
  );
  return newestFirst.slice(0, change === -1 ? undefined : change).at(-1)?.on ?? current.on;
}

function countEvidence({ evidence }: Judgement): Record<string, Record<string, number>> {
  return countGroups(
    evidence,
    ({ stance }) => stance,
    (group) =>
      countGroups(
        group,
        ({ kind }) => kind,
        (items) => items.length,
      ),
  );
}

function countGroups<Item, Count>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  count: (group: Item[]) => Count,
): Record<string, Count> {
  const groups = [...Map.groupBy(items, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([name, group]) => [name, count(group)]));
}

/** What a sample came to in each runtime it is for; `outdated` when it has been edited since. */
function deriveVerdicts(model: Model, sample: EntryIn<'samples'>): Record<string, string> {
  const declared = runtimeNames.filter((name) => isDeclared(sample.data, name));
  return Object.fromEntries(
    declared.map((name) => {
      const verdict = findVerdict(model, sample.id, name);
      if (verdict === undefined) return [name, 'untested'];
      return [name, isForSource(verdict, sample) ? verdict.outcome : 'outdated'];
    }),
  );
}

/** Entries that it names, by field. What has no page, such as a draft, is left out. */
function deriveRelations(model: Model, entry: Entry, references: readonly Reference[]): Record<string, string[]> {
  const named = references
    .filter((reference) => !isCitation(entry, reference))
    .flatMap(({ field, id, targets }) => {
      const target = targets.map((collection) => model.find(collection, id)).find((found) => found !== undefined);
      // A sample that the prose shows and one that the record names are both shown.
      return target === undefined ? [] : [{ field: field === 'Sample' ? 'samples' : field, key: renderKey(target) }];
    });
  return countGroups(
    named,
    ({ field }) => field,
    (group) => listOnce(group.map(({ key }) => key)),
  );
}

function listMentions(model: Model, entry: Entry): string[] {
  // Where an entry comes from is a citation of nearly all of them, and says nothing of the source.
  const mentions = model
    .mentionsOf(entry.collection, entry.id)
    .filter(({ from, reference }) => reference.field !== 'origin.document' && from !== entry);
  return listOnce(mentions.map(({ from }) => renderKey(from)));
}

function listCited(entry: Entry, references: readonly Reference[]): string[] {
  return listOnce(references.filter((reference) => isCitation(entry, reference)).map(({ id }) => id));
}

function isCitation({ collection }: Entry, { targets }: Reference): boolean {
  return collection !== 'sources' && targets.every((target) => target === 'sources');
}

function listOnce(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
