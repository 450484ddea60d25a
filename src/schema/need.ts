import { z } from 'zod';
import { identifierSchema, identifiersSchema } from './identifier.ts';
import { entryFields } from './origin.ts';
import { textSchema } from './text.ts';

/** What a route does for a need, best first; `unknown` never counts as good. */
export const cellStatuses = ['works', 'works-with-limits', 'unknown', 'does-not-work', 'not-applicable'] as const;

/** One cell of the support matrix: what one route does for the need. */
export const cellSchema = z.strictObject({
  route: identifierSchema.describe('The route: a file name in `content/routes/`.'),
  status: z
    .enum(cellStatuses)
    .describe('Whether the route meets the need. `unknown` takes an open question under `proof`.'),
  note: textSchema
    .max(240, 'at most 240 characters')
    .describe('How, or why not, in one or two sentences: no more than what is cited bears out.'),
  proof: identifiersSchema.describe(
    'Ids of the entries and samples that bear it out, the strongest first. Empty only with `not-applicable`.',
  ),
});

/** A need: a row of the support matrix, with its cells. */
export const needSchema = z.strictObject({
  title: textSchema.max(40, 'at most 40 characters').describe('The name of the need: at most 40 characters.'),
  question: textSchema.max(160, 'at most 160 characters').describe('The need as a question that a developer asks.'),
  order: z.int().min(1).describe('Its place among the rows.'),
  draft: entryFields.draft,
  cells: z.array(cellSchema).describe('One cell for each route of `content/routes/`.'),
});

export type Need = z.infer<typeof needSchema>;
export type CellStatus = (typeof cellStatuses)[number];
