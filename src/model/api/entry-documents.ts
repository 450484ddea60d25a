import type { ApiCollectionName } from '#schema/api/collections.ts';
import { entrySchemaNames } from '#schema/api/documents.ts';
import { listInOrder } from '../view/order.ts';
import { collectionTerms } from '../vocabulary.ts';
import { deriveEnvelope, type Api } from './api.ts';
import { deriveClaim, deriveClaimHead } from './claim.ts';
import type { ApiEntry } from './entries.ts';
import { renderDocumentPath, renderEntryDocumentPath } from './paths.ts';
import { deriveRule } from './rule.ts';
import { deriveSample, deriveSampleHead } from './sample.ts';
import { deriveSource, deriveSourceHead } from './source.ts';

/** The document of an entry. */
export function deriveEntryDocument(api: Api, entry: ApiEntry): object {
  const schema = entrySchemaNames[entry.collection];
  return { ...deriveEnvelope(api, { schema, path: renderEntryDocumentPath(entry) }), ...deriveWhole(api, entry) };
}

/** The document that lists a collection. */
export function deriveCollectionDocument(api: Api, collection: ApiCollectionName): object {
  const entries = listInOrder(api.model, collection) as ApiEntry[];
  const { plural, introduction } = collectionTerms[collection];
  return {
    ...deriveEnvelope(api, { schema: collection, path: renderDocumentPath(collection) }),
    collection,
    title: plural,
    description: introduction,
    count: entries.length,
    entries: entries.map((entry) => deriveHead(api, entry)),
  };
}

function deriveHead(api: Api, entry: ApiEntry): object {
  switch (entry.collection) {
    case 'samples':
      return deriveSampleHead(api, entry);
    case 'sources':
      return deriveSourceHead(api, entry);
    case 'rules':
      return deriveRule(api, entry);
    default:
      return deriveClaimHead(api, entry);
  }
}

function deriveWhole(api: Api, entry: ApiEntry): object {
  switch (entry.collection) {
    case 'samples':
      return deriveSample(api, entry);
    case 'sources':
      return deriveSource(api, entry);
    case 'rules':
      return deriveRule(api, entry);
    default:
      return deriveClaim(api, entry);
  }
}
