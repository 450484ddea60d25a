import { listEntries, type Content } from '../../content.ts';
import type { At } from '../../references.ts';

/** A URL the site would link to or fetch, as written, and where it stands. */
export interface CitedUrl {
  url: string;
  file: string;
  at: At;
}

/**
 * All outside URLs of sources, and the web addresses of prose: `forbidden-markup` refuses any other scheme there.
 * What a source `replaces` is a record of the past and no link.
 */
export function listCitedUrls(content: Content): CitedUrl[] {
  const ofSources = content.entries.sources.flatMap(({ file, data }): CitedUrl[] => [
    ...(data.url === undefined ? [] : [{ url: data.url, file, at: { path: ['url'] } }]),
    ...data.fallbacks.map((url, index) => ({ url, file, at: { path: ['fallbacks', index] } })),
    ...(data.archive === undefined ? [] : [{ url: data.archive.url, file, at: { path: ['archive', 'url'] } }]),
  ]);
  const ofProse = listEntries(content).flatMap(({ file, prose }) =>
    (prose?.links ?? [])
      .filter(({ url }) => isOutside(url) && ['http', 'https', undefined].includes(readScheme(url)))
      .map(({ url, place }): CitedUrl => ({ url, file, at: { place } })),
  );
  return [...ofSources, ...ofProse];
}

/** Whether a link target leaves the site: it has a scheme or a host. */
export function isOutside(url: string): boolean {
  return readScheme(url) !== undefined || url.startsWith('//');
}

/** The scheme of a URL, in lower case. Browsers skip white space and controls in it, so they are skipped here. */
export function readScheme(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
}
