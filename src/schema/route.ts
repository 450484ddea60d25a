import { z } from 'zod';
import { entryFields } from './origin.ts';
import { textSchema } from './text.ts';

/** A route: a way to bring Python and InterSystems IRIS together. A column of the support matrix. */
export const routeSchema = z.strictObject({
  title: textSchema.max(40, 'at most 40 characters').describe('The name of the route: at most 40 characters.'),
  summary: textSchema
    .max(320, 'at most 320 characters')
    .describe('Where the Python code runs and how it reaches IRIS, in one or two sentences.'),
  order: z.int().min(1).describe('Its place among the columns.'),
  draft: entryFields.draft,
});

export type Route = z.infer<typeof routeSchema>;
