import { isClaimEntry, type ClaimEntry, type EntryIn } from '../content.ts';
import type { Api } from './api.ts';
import { deriveEntryReference, deriveOwnLinks, deriveSourceReference } from './links.ts';
import { deriveRichText } from './rich-text.ts';

/** Entries that cite a source, each once. */
function listCiting({ model }: Api, id: string): ClaimEntry[] {
  return [...new Set(model.mentionsOf('sources', id).map(({ from }) => from))].filter(isClaimEntry);
}

/** The head of a source, as its collection lists it. */
export function deriveSourceHead(api: Api, source: EntryIn<'sources'>) {
  const { collection, id, data } = source;
  const { title, publisher, url, locator, link_state, last_read_on } = deriveSourceReference(api, id);
  return {
    collection,
    id,
    title,
    publisher,
    kind: data.kind,
    url,
    locator,
    language: data.language,
    published_on: data.publishedOn ?? null,
    link_state,
    last_read_on,
    cited_by_count: listCiting(api, id).length,
    links: deriveOwnLinks(api, source),
  };
}

/** A source, whole. */
export function deriveSource(api: Api, source: EntryIn<'sources'>) {
  const { note, expect, archive, fallbacks, replaces, retired } = source.data;
  const successor = retired && api.model.find('sources', retired.use);
  return {
    ...deriveSourceHead(api, source),
    ...deriveRichText('note', note),
    expectation: {
      title: expect.title ?? null,
      heading: expect.heading ?? null,
      terms: expect.terms ?? [],
      quote: expect.quote ?? null,
      lines: expect.lines ?? null,
    },
    archive: archive === undefined ? null : { url: archive.url, on: archive.on },
    fallbacks,
    replaces: replaces.map(({ url, reason }) => ({ url, reason })),
    use_instead: successor === undefined ? null : deriveEntryReference(api, successor),
    cited_by: listCiting(api, source.id).map((entry) => deriveEntryReference(api, entry)),
  };
}
