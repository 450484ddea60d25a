import { z } from 'zod';
import { dateSchema, textSchema } from './text.ts';

const entryKeyPattern = /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/;
const targetPattern = /^(?:[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*|\/(?:[a-z0-9-]+\/)*)$/;

/** Where an entry went that has no page of its own any more. */
export const redirectSchema = z.strictObject({
  from: z
    .string()
    .regex(entryKeyPattern, 'a collection and an id, such as `edges/old-id`')
    .describe('The entry that is gone: its collection and its id.'),
  to: z
    .string()
    .regex(targetPattern, 'a collection and an id, such as `edges/new-id`, or the path of a page, such as `/gotchas/`')
    .describe('What took its place: an entry, or the path of a page.'),
  on: dateSchema.describe('The day it went.'),
  reason: textSchema.describe('Why, for a reader who follows an old link.'),
});

/** The whole of `content/redirects.yaml`. */
export const redirectsSchema = z.strictObject({
  redirects: z.array(redirectSchema).describe('All entries that are gone.'),
});

export type Redirect = z.infer<typeof redirectSchema>;
