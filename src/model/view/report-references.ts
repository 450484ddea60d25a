import type { ClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { deriveCitations, type NumberedSource } from './citations.ts';
import { deriveSourceLink } from './source-link.ts';

/** An entry as the report shows it: with its prose, or in short. */
export interface ReportedEntry {
  entry: ClaimEntry;
  isWhole: boolean;
}

/** Numbers the sources of the whole report in the order a reader meets them, each once. */
export function deriveReferences(model: Model, reported: readonly ReportedEntry[]): NumberedSource[] {
  const ids = new Set(reported.flatMap((item) => listSources(model, item)));
  return [...ids].map((id, index) => ({ ...deriveSourceLink(model, id), number: index + 1 }));
}

/** The sources of an entry; of one in short only the document it comes from, for its page lists the rest. */
function listSources(model: Model, { entry, isWhole }: ReportedEntry): string[] {
  return isWhole ? deriveCitations(model, entry).map(({ id }) => id) : [entry.data.origin.document];
}
