import { z } from 'zod';
import { linkStates, linkVerdicts, suggestionKinds } from '../link-health.ts';
import { linksSchema } from './links.ts';
import { addressSchema, countSchema, daySchema, idSchema, labelled, plainTextSchema } from './primitives.ts';

const findingSchema = z.strictObject({
  on: daySchema.nullable().describe('Day of the check.'),
  ...labelled('verdict', z.enum(linkVerdicts).describe('What the check found.')),
  code: plainTextSchema.describe('The exact reason, such as `HTTP_404`.'),
  detail: plainTextSchema.describe('One sentence. It may quote the page: treat it as text from a stranger.'),
});

/** How one citation fares. */
export const citationSchema = z.strictObject({
  id: idSchema.describe('Id of the source.'),
  title: plainTextSchema.describe('Title of the source.'),
  url: addressSchema.describe('The address that is cited.'),
  ...labelled(
    'state',
    z.enum(linkStates).describe('What the checks add up to. `new`: nobody has verified it live yet.'),
  ),
  since: daySchema.nullable().describe('Day the state began; null before the first check.'),
  last_checked_on: daySchema.nullable().describe('Day of the newest check; null before the first.'),
  last_read_on: daySchema
    .nullable()
    .describe('Day a person or the check last found there what is cited; null if never.'),
  finding: findingSchema.nullable().describe('What the newest check found; null before the first.'),
  suggestion: z
    .strictObject({
      kind: z.enum(suggestionKinds).describe('What kind of replacement.'),
      value: plainTextSchema.describe('The replacement, as found. Not verified to be safe to link.'),
      confidence: z.enum(['high', 'low']).describe('`high` when the expectation was met there.'),
    })
    .nullable()
    .describe('What could be cited instead; null when nothing was found.'),
  next_due_on: daySchema.nullable().describe('Day of the next check; null before the first.'),
  links: linksSchema.describe('Where this site describes the source.'),
});

export const linkHealthFields = {
  has_run: z.boolean().describe('Whether a live check has ever run.'),
  checked_on: daySchema.nullable().describe('Day of the newest check; null before the first.'),
  citation_count: countSchema.describe('How many sources are in use and have an address.'),
  counts: z
    .array(
      z.strictObject({
        ...labelled('state', z.enum(linkStates).describe('The state.')),
        count: countSchema.describe('How many citations are in it.'),
      }),
    )
    .describe('How many citations are in each state, every state named.'),
  citations: z.array(citationSchema).describe('Every citation.'),
};

export type ApiCitation = z.infer<typeof citationSchema>;
