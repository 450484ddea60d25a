import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';

/** A source as it is named beside a claim. */
export interface SourceLink {
  id: string;
  title: string;
  publisher: string;
  /** Its page on this site. */
  path: string;
  /** Its address, absent for documents without one. */
  url?: string | undefined;
  locator?: string | undefined;
  /** The day it was last read live, absent until somebody has. */
  accessedOn?: string | undefined;
}

export function deriveSourceLink(model: Model, id: string): SourceLink {
  const source = model.findSource(id);
  return {
    id,
    title: source?.title ?? id,
    publisher: source?.publisher ?? '',
    path: renderEntryPath({ collection: 'sources', id }),
    url: source?.url,
    locator: source?.locator,
    accessedOn: source?.accessedOn,
  };
}
