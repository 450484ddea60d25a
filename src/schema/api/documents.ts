import { z } from 'zod';
import { badgeSchema } from './badge.ts';
import { claimFields } from './claim.ts';
import { apiCollectionNames, type ApiCollectionName } from './collections.ts';
import { envelopeFields } from './envelope.ts';
import { eventSchema } from './events.ts';
import { indexFields } from './index-document.ts';
import { linkHealthFields } from './link-health.ts';
import { matrixFields } from './matrix.ts';
import { countSchema, plainTextSchema } from './primitives.ts';
import { ruleFields } from './rule.ts';
import { sampleFields, sampleHead } from './sample.ts';
import { sampleVerdictsFields } from './sample-verdicts.ts';
import { sourceFields, sourceHead } from './source.ts';
import { vocabularyFields } from './vocabulary.ts';

/** Fields of the entries of each collection: as the collection lists them, and whole. */
export const entryFieldsOf = {
  ...claimFields,
  samples: { head: sampleHead, entry: sampleFields },
  sources: { head: sourceHead, entry: sourceFields },
  rules: { head: ruleFields, entry: ruleFields },
} as const satisfies Record<ApiCollectionName, { head: z.ZodRawShape; entry: z.ZodRawShape }>;

/** The name of the schema of an entry, by collection. */
export const entrySchemaNames = {
  patterns: 'pattern',
  edges: 'edge',
  proposals: 'proposal',
  findings: 'finding',
  guides: 'guide',
  background: 'background-entry',
  questions: 'question',
  samples: 'sample',
  sources: 'source',
  rules: 'rule',
} as const satisfies Record<ApiCollectionName, string>;

/** Documents that are no collection and no entry. */
export const singleSchemas = {
  index: z
    .strictObject({ ...envelopeFields, ...indexFields })
    .describe('The way in: everything there is, with its URL.'),
  matrix: z
    .strictObject({ ...envelopeFields, ...matrixFields })
    .describe('The support matrix: what each route between Python and IRIS does for each need.'),
  events: z
    .strictObject({
      ...envelopeFields,
      count: countSchema.describe('How many events there are.'),
      events: z.array(eventSchema).describe('Every event: newest first, on one day the weightier kind first.'),
    })
    .describe('What changed, derived from the judgements of all entries.'),
  'link-health': z
    .strictObject({ ...envelopeFields, ...linkHealthFields })
    .describe('How every citation fares under the link check.'),
  'sample-verdicts': z
    .strictObject({ ...envelopeFields, ...sampleVerdictsFields })
    .describe('What every sample did in every runtime.'),
  vocabulary: z
    .strictObject({ ...envelopeFields, ...vocabularyFields })
    .describe('Every word that documents use, with its meaning.'),
} as const;

function createListSchema(collection: ApiCollectionName): z.ZodObject {
  return z
    .strictObject({
      ...envelopeFields,
      collection: z.literal(collection).describe('The collection.'),
      title: plainTextSchema.describe('Its name for readers.'),
      description: plainTextSchema.describe('What it holds.'),
      count: countSchema.describe('How many entries it has.'),
      entries: z
        .array(z.strictObject(entryFieldsOf[collection].head))
        .describe('The head of every entry, in the order of the pages.'),
    })
    .describe(`Every entry of \`${collection}\`, without its history.`);
}

function createEntrySchema(collection: ApiCollectionName): z.ZodObject {
  return z
    .strictObject({ ...envelopeFields, ...entryFieldsOf[collection].entry })
    .describe(`One entry of \`${collection}\`, whole.`);
}

/** Every schema of the API by its name, which is part of its URL. */
export const apiSchemas: Readonly<Record<string, z.ZodObject>> = {
  ...singleSchemas,
  ...Object.fromEntries(apiCollectionNames.map((name) => [name, createListSchema(name)])),
  ...Object.fromEntries(apiCollectionNames.map((name) => [entrySchemaNames[name], createEntrySchema(name)])),
  badge: badgeSchema.describe('The badge of an entry, in the endpoint form of shields.io. It has no head of its own.'),
};
