import { entryCollectionNames, type CollectionName } from '#schema/collections.ts';
import type { ClaimEntry, Entry, EntryIn } from './content.ts';
import { listJudgements } from './judgements.ts';
import type { Place } from './prose.ts';

/** Where in an entry something stands: a path into its front matter, or a place in its prose. */
export type At = { path: readonly (string | number)[] } | { place: Place };

/** One mention of an id by an entry. */
export interface Reference {
  /** The field, or `Cite` for a mark in the prose. */
  field: string;
  at: At;
  id: string;
  /** Collections in which the id may stand. */
  targets: readonly CollectionName[];
}

/** Every mention of another entry, of a sample or of a source. */
export function listReferences(entry: Entry): Reference[] {
  const references = listFieldReferences(entry);
  for (const element of entry.prose?.elements ?? []) {
    const at = { place: element.place };
    const { source, id } = element.attributes;
    if (element.name === 'Cite' && typeof source === 'string') {
      references.push({ field: 'Cite', at, id: source, targets: ['sources'] });
    } else if (element.name === 'Sample' && typeof id === 'string') {
      references.push({ field: 'Sample', at, id, targets: ['samples'] });
    }
  }
  return references;
}

function listFieldReferences(entry: Entry): Reference[] {
  switch (entry.collection) {
    case 'edges':
      return [
        ...listCommonReferences(entry),
        ...list('workarounds', entry.data.workarounds, ['patterns']),
        ...list('proposals', entry.data.proposals, ['proposals']),
      ];
    case 'patterns':
      return [...listCommonReferences(entry), ...list('eases', entry.data.eases, ['edges'])];
    case 'proposals':
      return [
        ...listCommonReferences(entry),
        ...list('closes', entry.data.closes, ['edges']),
        ...list('extends', entry.data.extends, ['patterns']),
        ...list('prototypes', entry.data.prototypes, ['samples']),
      ];
    case 'questions':
      return [
        ...listCommonReferences(entry),
        ...list('blocks', entry.data.blocks, entryCollectionNames),
        ...one('probe', entry.data.probe, ['samples']),
      ];
    case 'findings':
    case 'guides':
    case 'background':
      return listCommonReferences(entry);
    case 'needs':
      return entry.data.cells.flatMap(({ route, proof }, index): Reference[] => [
        { field: 'route', at: { path: ['cells', index, 'route'] }, id: route, targets: ['routes'] },
        ...list('proof', proof, [...entryCollectionNames, 'samples'], ['cells', index]),
      ]);
    case 'samples':
      return [
        ...list('illustrates', entry.data.illustrates, entryCollectionNames),
        ...one('counterpart', entry.data.counterpart, ['samples']),
      ];
    case 'sources':
      return listSourceReferences(entry);
    case 'routes':
    case 'rules':
      return [];
    default:
      return entry satisfies never;
  }
}

function listCommonReferences(entry: ClaimEntry): Reference[] {
  return [
    {
      field: 'origin.document',
      at: { path: ['origin', 'document'] },
      id: entry.data.origin.document,
      targets: ['sources'],
    },
    ...list('related', entry.data.related, entryCollectionNames),
    ...list('docs', entry.data.docs, ['sources']),
    ...list('samples', entry.data.samples, ['samples']),
    ...listJudgements(entry).flatMap(({ evidence, path }) =>
      evidence.map(({ source }, index): Reference => ({
        field: 'evidence.source',
        at: { path: [...path, 'evidence', index, 'source'] },
        id: source,
        targets: ['sources'],
      })),
    ),
  ];
}

function listSourceReferences({ data }: EntryIn<'sources'>): Reference[] {
  return data.retired === undefined
    ? []
    : [{ field: 'retired.use', at: { path: ['retired', 'use'] }, id: data.retired.use, targets: ['sources'] }];
}

function one(field: string, id: string | undefined, targets: readonly CollectionName[]): Reference[] {
  return id === undefined ? [] : [{ field, at: { path: [field] }, id, targets }];
}

function list(
  field: string,
  ids: readonly string[],
  targets: readonly CollectionName[],
  parent: readonly (string | number)[] = [],
): Reference[] {
  return ids.map((id, index) => ({ field, at: { path: [...parent, field, index] }, id, targets }));
}
