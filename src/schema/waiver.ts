import { z } from 'zod';
import { identifierSchema } from './identifier.ts';
import { dateSchema, textSchema } from './text.ts';

/** Verdicts of a citation check that a waiver may cover. */
export const waivableVerdicts = [
  'drifted',
  'soft-404',
  'anchor-missing',
  'gone',
  'blocked',
  'unreachable',
  'no-such-host',
  'tls-error',
  'unverified',
] as const;

/** A dated exception from the citation check. */
export const waiverSchema = z.strictObject({
  match: z
    .strictObject({ citation: identifierSchema.describe('The source it is about.') })
    .describe('What the waiver covers.'),
  verdicts: z
    .array(z.enum(waivableVerdicts))
    .min(1, 'at least one verdict')
    .describe('The exact verdicts it covers; any other still fails.'),
  reason: textSchema.describe('Why, for the next reader.'),
  owner: textSchema.describe('Who answers for it.'),
  expires: dateSchema.describe('The day it ends.'),
});

/** The whole of `content/waivers.yaml`. */
export const waiversSchema = z.strictObject({
  waivers: z.array(waiverSchema).describe('All waivers in force.'),
});

export type Waiver = z.infer<typeof waiverSchema>;
