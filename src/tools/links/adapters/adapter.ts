import type { Citation } from '../citation.ts';
import type { Inventory } from './inventory.ts';

/** What is particular about the URLs of a site. Pure: the caller fetches. */
export interface Adapter {
  name: string;
  /** Whether the URL is one of this site. */
  claims(url: URL): boolean;
  /** What to request to judge the citation. It keeps the fragment. */
  deriveRequestUrl(url: URL, expect: Citation['expect']): string;
  /** What to cite for a URL that was requested or redirected to. */
  derivePublicUrl(url: URL): string;
  /** A URL of the same kind that cannot exist, always the same one; undefined where a made-up URL may hit a real page. */
  deriveProbeUrl(url: URL): string | undefined;
  /** Other URLs where the same document may live on when this one is dead, best first. */
  listFallbacks(url: URL): readonly string[];
  /** The home page of the site or of one of its parts: where a server sends those whose page it does not have. */
  isHome(url: URL): boolean;
  /** Names under which a page may have the anchor that a fragment means, best first. */
  listAnchorNames(fragment: string): readonly string[];
  /** Where the site lists all its anchors or pages, and how to read that. */
  deriveInventoryUrl(url: URL): string | undefined;
  /** Undefined when the bytes are no inventory. */
  parseInventory(bytes: Uint8Array): Inventory | undefined;
}
