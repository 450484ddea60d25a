import type { Entry } from '../content.ts';
import type { Model } from '../model.ts';
import { deriveSourceLink, type SourceLink } from './source-link.ts';

/** A source in the numbered list at the foot of a page. */
export interface NumberedSource extends SourceLink {
  number: number;
}

/** Numbers the sources of a page in the order a reader meets them: marks in the prose first, then the rest of the record. */
export function deriveCitations(model: Model, entry: Entry): NumberedSource[] {
  const references = model.referencesOf(entry).filter(({ targets }) => targets.includes('sources'));
  const inProse = references.filter(({ field }) => field === 'Cite');
  const inRecord = references.filter(({ field }) => field !== 'Cite');
  const ids = new Set([...inProse, ...inRecord].map(({ id }) => id));
  return [...ids].map((id, index) => ({ ...deriveSourceLink(model, id), number: index + 1 }));
}
