import type { Model } from '../model.ts';
import { severityTerms } from '../vocabulary.ts';
import { deriveLink, deriveLinks, type EntryLink } from './link.ts';
import { listInOrder } from './order.ts';
import { deriveSourceLink, type SourceLink } from './source-link.ts';
import { renderVerification } from './verification-word.ts';

/** One warning, from the sharp edge that carries it. */
export interface Gotcha {
  id: string;
  warning: string;
  edge: EntryLink;
  severity: string;
  verification: string;
  instead: EntryLink[];
  docs: SourceLink[];
}

/** All warnings, in the order of the sharp edges. */
export function deriveGotchas(model: Model): Gotcha[] {
  return listInOrder(model, 'edges').flatMap((entry) =>
    entry.data.gotcha === undefined
      ? []
      : [
          {
            id: entry.id,
            warning: entry.data.gotcha,
            edge: deriveLink(model, entry),
            severity: severityTerms[entry.data.severity].word,
            verification: renderVerification(model, entry),
            instead: deriveLinks(model, entry.data.workarounds),
            docs: entry.data.docs.map((id) => deriveSourceLink(model, id)),
          },
        ],
  );
}
