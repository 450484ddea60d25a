import type { Relation, RelationName } from '#schema/api/links.ts';
import type { Entry } from '../content.ts';
import type { Api } from './api.ts';
import { isApiEntry, type ApiEntry } from './entries.ts';
import { deriveEntryReference } from './links.ts';

/** What the fields of the content are called as relations. Sources are no relation: they are listed apart. */
const relationOf: Readonly<Record<string, RelationName>> = {
  workarounds: 'workarounds',
  proposals: 'proposals',
  eases: 'eases',
  closes: 'closes',
  extends: 'extends',
  blocks: 'blocks',
  related: 'related',
  samples: 'samples',
  prototypes: 'prototypes',
  probe: 'probe',
  Sample: 'shows',
  illustrates: 'illustrates',
  counterpart: 'counterpart',
};

/** Every relation of an entry: those it states, then those others state of it, each once. */
export function deriveRelations(api: Api, entry: ApiEntry): Relation[] {
  const { model } = api;
  const stated = model.referencesOf(entry).flatMap(({ field, id, targets }) => {
    const other = targets.map((collection) => model.find(collection, id) as Entry | undefined).find(Boolean);
    return link(api, field, 'to', other);
  });
  const received = model
    .mentionsOf(entry.collection, entry.id)
    .flatMap(({ from, reference }) => link(api, reference.field, 'from', from));
  const seen = new Set<string>();
  return [...stated, ...received].filter(({ relation, direction, entry: { collection, id } }) => {
    const key = [relation, direction, collection, id].join(' ');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function link(api: Api, field: string, direction: Relation['direction'], other: Entry | undefined): Relation[] {
  const relation = relationOf[field];
  if (relation === undefined || other === undefined || !isApiEntry(other)) return [];
  return [{ relation, direction, entry: deriveEntryReference(api, other) }];
}
