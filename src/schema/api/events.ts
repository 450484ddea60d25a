import { z } from 'zod';
import { maturities } from '../assessment.ts';
import { entryReferenceSchema } from './links.ts';
import { daySchema, labelled, plainTextSchema } from './primitives.ts';
import { richText } from './rich-text.ts';

export const apiEventKinds = ['regressed', 'improved', 'corrected', 'retired', 'added', 're-verified'] as const;

const stateSchema = z.strictObject({
  status: plainTextSchema.nullable().describe('The status; null for a text that has none.'),
  status_label: plainTextSchema.nullable().describe('The status as the pages write it.'),
  maturity: z.enum(maturities).nullable().describe('The maturity of a shipped answer.'),
});

/** A change in the history of an entry. */
export const eventSchema = z.strictObject({
  id: plainTextSchema.describe('Stable for ever: collection, id of the entry, and day.'),
  on: daySchema.describe('Day of the change.'),
  ...labelled('kind', z.enum(apiEventKinds).describe('What the judgement did to the entry.')),
  entry: entryReferenceSchema.describe('The entry that changed.'),
  before: stateSchema.nullable().describe('Its state before; null for an entry that was added.'),
  after: stateSchema.describe('Its state since.'),
  ...richText('summary', 'The judgement that made the change.'),
});

export type ApiEvent = z.infer<typeof eventSchema>;
