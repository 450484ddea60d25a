import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { deriveCitationHealth, type CitationHealth } from './citation-health.ts';
import { deriveArchiveLink, deriveLiveLink, type RobustLink } from './robust-link.ts';

/** A source as it is named beside a claim. */
export interface SourceLink {
  id: string;
  title: string;
  publisher: string;
  /** Its page on this site. */
  path: string;
  /** Its address, absent for documents without one. It is linked only where `live` is there. */
  url?: string | undefined;
  locator?: string | undefined;
  /** The link to its address; absent without an address, and for a dead citation: what stands there now is not what is cited. */
  live?: RobustLink | undefined;
  archived?: { on: string; link: RobustLink } | undefined;
  /** How it fares under the link check; absent without an address. */
  health?: CitationHealth | undefined;
}

export function deriveSourceLink(model: Model, id: string): SourceLink {
  const source = model.findSource(id);
  const { url, archive } = source ?? {};
  const health = deriveCitationHealth(model, id);
  return {
    id,
    title: source?.title ?? id,
    publisher: source?.publisher ?? '',
    path: renderEntryPath({ collection: 'sources', id }),
    url,
    locator: source?.locator,
    live: url === undefined || health?.state === 'dead' ? undefined : deriveLiveLink(url, archive),
    archived: archive && { on: archive.on, link: deriveArchiveLink(url, archive) },
    health,
  };
}
