import { z } from 'zod';
import { linkStates } from '../link-health.ts';
import { sourceKinds } from '../source.ts';
import { entryReferenceSchema, ownLinksSchema, sourceReferenceSchema } from './links.ts';
import { addressSchema, countSchema, daySchema, idSchema, plainTextSchema } from './primitives.ts';
import { optionalRichText } from './rich-text.ts';

/** The head of a source, as its collection lists it. */
export const sourceHead = {
  collection: z.literal('sources').describe('The collection it belongs to.'),
  id: idSchema.describe('Its id: stable for ever.'),
  title: plainTextSchema.describe('Its title.'),
  publisher: plainTextSchema.describe('Who publishes it.'),
  kind: z.enum(sourceKinds).describe('What kind of document it is.'),
  url: sourceReferenceSchema.shape.url,
  locator: sourceReferenceSchema.shape.locator,
  language: plainTextSchema.describe('Its language, as a BCP 47 tag.'),
  published_on: daySchema.nullable().describe('Day it was published or last revised; null when unknown.'),
  link_state: z
    .enum(linkStates)
    .nullable()
    .describe('How its address fares under the link check; null without an address.'),
  last_read_on: sourceReferenceSchema.shape.last_read_on,
  cited_by_count: countSchema.describe('How many entries cite it.'),
  links: ownLinksSchema.describe('Where else it can be read.'),
};

export const sourceFields = {
  ...sourceHead,
  ...optionalRichText('note', 'What a reader should know before trusting it; null when nothing.'),
  expectation: z
    .strictObject({
      title: plainTextSchema.nullable().describe('The title of the page.'),
      heading: plainTextSchema.nullable().describe('A heading on it.'),
      terms: z.array(plainTextSchema).describe('Words that stand on it.'),
      quote: plainTextSchema.nullable().describe('A sentence of it.'),
      lines: plainTextSchema.nullable().describe('Lines of a source file.'),
    })
    .describe('What the page must say for the citation to hold. What is null is not asked for.'),
  archive: z
    .strictObject({
      url: addressSchema.describe('Address of the copy.'),
      on: daySchema.describe('Day of the copy.'),
    })
    .nullable()
    .describe('An archived copy; null when none is on record.'),
  fallbacks: z.array(addressSchema).describe('Other addresses of the same document.'),
  replaces: z
    .array(
      z.strictObject({
        url: addressSchema.describe('The address as it was published. Not to be linked.'),
        reason: plainTextSchema.describe('Why it was replaced.'),
      }),
    )
    .describe('Addresses under which it was cited before.'),
  use_instead: entryReferenceSchema.nullable().describe('The source to cite in its place; null while it is in use.'),
  cited_by: z.array(entryReferenceSchema).describe('Entries that cite it.'),
};
