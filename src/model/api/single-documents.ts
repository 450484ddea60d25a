import type { singleSchemas } from '#schema/api/documents.ts';
import { deriveEnvelope, type Api } from './api.ts';
import { deriveEvents } from './events.ts';
import { deriveIndex } from './index-document.ts';
import { deriveLinkHealth } from './link-health.ts';
import { deriveApiMatrix } from './matrix.ts';
import { renderDocumentPath } from './paths.ts';
import { deriveSampleVerdicts } from './sample-verdicts.ts';
import { deriveVocabulary } from './vocabulary.ts';

/** What each document that is no collection and no entry holds. */
const derivations: Readonly<Record<keyof typeof singleSchemas, (api: Api) => object>> = {
  index: deriveIndex,
  matrix: deriveApiMatrix,
  events: deriveEvents,
  'link-health': deriveLinkHealth,
  'sample-verdicts': deriveSampleVerdicts,
  vocabulary: deriveVocabulary,
};

export const singleDocumentNames = Object.keys(derivations) as (keyof typeof singleSchemas)[];

/** A document that is no collection and no entry. */
export function deriveSingleDocument(api: Api, name: keyof typeof singleSchemas): object {
  return { ...deriveEnvelope(api, { schema: name, path: renderDocumentPath(name) }), ...derivations[name](api) };
}
