import { z } from 'zod';
import { collectionSchema } from './links.ts';
import { countSchema, daySchema, idSchema, plainTextSchema, siteUrlSchema } from './primitives.ts';

export const indexFields = {
  title: plainTextSchema.describe('Name of the site.'),
  description: plainTextSchema.describe('What the data is.'),
  home: siteUrlSchema.describe('The site, for readers.'),
  documentation: siteUrlSchema.describe('The page that describes this interface, with its changelog.'),
  collections: z
    .array(
      z.strictObject({
        name: collectionSchema.describe('The collection.'),
        title: plainTextSchema.describe('Its name for readers.'),
        count: countSchema.describe('How many entries it has.'),
        json: siteUrlSchema.describe('The list of its entries.'),
        csv: siteUrlSchema.nullable().describe('The same as CSV; null for collections that make no claims.'),
        html: siteUrlSchema.describe('The list for readers.'),
        schema: siteUrlSchema.describe('Schema of the list.'),
        entry_schema: siteUrlSchema.describe('Schema of each entry.'),
      }),
    )
    .describe('Every collection.'),
  documents: z
    .array(
      z.strictObject({
        name: idSchema.describe('The document.'),
        description: plainTextSchema.describe('What it holds.'),
        json: siteUrlSchema.describe('Where it is.'),
        csv: siteUrlSchema.nullable().describe('The same as CSV; null for all but the matrix.'),
        schema: siteUrlSchema.describe('Its schema.'),
      }),
    )
    .describe('Documents that are no collection.'),
  schemas: z
    .array(
      z.strictObject({
        name: idSchema.describe('The schema.'),
        url: siteUrlSchema.describe('Where it is. The URL is its `$id`.'),
      }),
    )
    .describe('Every schema, JSON Schema of draft 2020-12.'),
  changelog: z
    .array(
      z.strictObject({
        version: plainTextSchema.describe('The version.'),
        on: daySchema.describe('Day it was published.'),
        changes: z.array(plainTextSchema).describe('What changed, one sentence each.'),
      }),
    )
    .describe('Every version, newest first.'),
};
