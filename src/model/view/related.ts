import type { ClaimEntry, EntryIn } from '../content.ts';
import { isClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { deriveLink, deriveLinks, type EntryLink } from './link.ts';
import { deriveMatrixLinks } from './matrix-citations.ts';

/** Entries related in one way, under the name of the relation. */
export interface RelatedGroup {
  title: string;
  links: EntryLink[];
}

/** Every relation of an entry, those it states and those others state of it. Empty groups are left out; no entry stands twice. */
export function deriveRelated(model: Model, entry: ClaimEntry): RelatedGroup[] {
  const groups = [...listOwn(model, entry), ...listStatedByOthers(model, entry)];
  const seen = new Set<string>();
  return groups
    .map(({ title, links }) => ({
      title,
      links: links.filter(({ path }) => {
        const isNew = !seen.has(path);
        seen.add(path);
        return isNew;
      }),
    }))
    .filter(({ links }) => links.length > 0);
}

function listOwn(model: Model, entry: ClaimEntry): RelatedGroup[] {
  const group = (title: string, ids: readonly string[]): RelatedGroup => ({ title, links: deriveLinks(model, ids) });
  switch (entry.collection) {
    case 'edges':
      return [
        group('Patterns that ease it', entry.data.workarounds),
        group('Proposals that would close it', entry.data.proposals),
      ];
    case 'patterns':
      return [
        group('Sharp edges it eases', entry.data.eases),
        group('Proposals that build on it', listExtensions(model, entry)),
      ];
    case 'proposals':
      return [
        group('Sharp edges it would close', entry.data.closes),
        group('Patterns it builds on', entry.data.extends),
      ];
    case 'questions':
      return [group('Judgements that wait for the answer', entry.data.blocks)];
    default:
      return [];
  }
}

function listExtensions(model: Model, pattern: EntryIn<'patterns'>): string[] {
  return model.content.entries.proposals.filter(({ data }) => data.extends.includes(pattern.id)).map(({ id }) => id);
}

function listStatedByOthers(model: Model, entry: ClaimEntry): RelatedGroup[] {
  const mentions = model.mentionsOf(entry.collection, entry.id).filter(({ from }) => from.id !== entry.id);
  const questions = mentions.filter(({ from }) => from.collection === 'questions').map(({ from }) => from);
  const others = mentions
    .filter(({ from }) => from.collection !== 'questions' && isClaimEntry(from))
    .map(({ from }) => from);
  return [
    { title: 'In the matrix', links: deriveMatrixLinks(model, entry) },
    { title: 'Open questions about it', links: questions.map((from) => deriveLink(model, from)) },
    {
      title: 'See also',
      links: [...deriveLinks(model, entry.data.related), ...others.map((from) => deriveLink(model, from))],
    },
  ];
}
