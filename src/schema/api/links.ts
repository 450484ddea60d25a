import { z } from 'zod';
import { linkStates } from '../link-health.ts';
import { apiCollectionNames } from './collections.ts';
import { addressSchema, daySchema, idSchema, plainTextSchema, siteUrlSchema } from './primitives.ts';

export const collectionSchema = z.enum(apiCollectionNames);

/** Where else an entry can be read. */
export const linksSchema = z.strictObject({
  html: siteUrlSchema.describe('Its page, for readers.'),
  json: siteUrlSchema.describe('Its document, with everything on record.'),
});

/** The links of an entry in its own document. */
export const ownLinksSchema = linksSchema.extend({
  markdown: siteUrlSchema.describe('Its page as Markdown, prose included.'),
});

/** The links of an entry that makes claims. */
export const claimLinksSchema = ownLinksSchema.extend({
  badge: siteUrlSchema.describe('Its badge, in the endpoint form of shields.io.'),
  feed_atom: siteUrlSchema.describe('Every judgement of it, as Atom.'),
  feed_json: siteUrlSchema.describe('Every judgement of it, as JSON Feed.'),
});

/** Another entry, by its id and where to read it. */
export const entryReferenceSchema = z.strictObject({
  collection: collectionSchema.describe('The collection it belongs to.'),
  id: idSchema.describe('Its id, unique within the collection.'),
  title: plainTextSchema.describe('Its title.'),
  links: linksSchema.describe('Where to read it.'),
});

/** A cited document. */
export const sourceReferenceSchema = z.strictObject({
  id: idSchema.describe('Id of the source.'),
  title: plainTextSchema.describe('Its title.'),
  publisher: plainTextSchema.describe('Who publishes it.'),
  url: addressSchema.nullable().describe('Its address; null for a document without one.'),
  locator: plainTextSchema
    .nullable()
    .describe('Where to find it without an address, or which part of the address is meant.'),
  link_state: z
    .enum(linkStates)
    .nullable()
    .describe(
      'How the address fares under the link check; null without an address. Link to a `dead` one at your risk.',
    ),
  last_read_on: daySchema.nullable().describe('Day it was last read live, by a person or by the check; null if never.'),
  links: linksSchema.describe('Where this site describes it.'),
});

/** How an entry and another belong together. */
export const relationNames = [
  'workarounds',
  'proposals',
  'eases',
  'closes',
  'extends',
  'blocks',
  'related',
  'samples',
  'prototypes',
  'probe',
  'shows',
  'illustrates',
  'counterpart',
] as const;

export const relationSchema = z.strictObject({
  relation: z.enum(relationNames).describe('The field that states the relation. `shows` is a sample in the prose.'),
  direction: z
    .enum(['to', 'from'])
    .describe('`to`: this entry states it of the other. `from`: the other states it of this entry.'),
  entry: entryReferenceSchema.describe('The other entry.'),
});

export type Links = z.infer<typeof linksSchema>;
export type OwnLinks = z.infer<typeof ownLinksSchema>;
export type ClaimLinks = z.infer<typeof claimLinksSchema>;
export type EntryReference = z.infer<typeof entryReferenceSchema>;
export type SourceReference = z.infer<typeof sourceReferenceSchema>;
export type Relation = z.infer<typeof relationSchema>;
export type RelationName = (typeof relationNames)[number];
