import { z } from 'zod';
import { daySchema, siteUrlSchema } from './primitives.ts';

/** Fields at the head of every document. */
export const envelopeFields = {
  $schema: siteUrlSchema.describe('URL of the JSON Schema that the document is valid against.'),
  self: siteUrlSchema.describe('URL of the document itself.'),
  schema_version: z
    .string()
    .regex(/^1\.\d+$/)
    .describe('Version of the contract: the first number is that of the URL, the second grows with every addition.'),
  data_as_of: daySchema.describe('Day of the newest judgement in the data. It does not move when the site is rebuilt.'),
  as_of: daySchema.describe('Day on which freshness was judged: every `verification` holds for it.'),
  built_at: z.iso
    .datetime()
    .describe('Time of the build in UTC, to the minute. It says nothing of how fresh the data is.'),
  source_commit: z
    .string()
    .min(1)
    .nullable()
    .describe('Commit the site was built from, twelve digits; null when unknown.'),
  licence: siteUrlSchema.describe('Licence of the text in the document.'),
};

export const envelopeSchema = z.strictObject(envelopeFields);

export type Envelope = z.infer<typeof envelopeSchema>;
