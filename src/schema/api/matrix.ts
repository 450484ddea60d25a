import { z } from 'zod';
import { maturities } from '../assessment.ts';
import { cellStatuses } from '../need.ts';
import { entryReferenceSchema } from './links.ts';
import { countSchema, idSchema, labelled, plainTextSchema, siteUrlSchema } from './primitives.ts';
import { richText } from './rich-text.ts';
import { verificationSchema } from './verification.ts';

const statusSchema = z.enum(cellStatuses);

/** The way to a page of the matrix, or to a row of one. */
const pageLinksSchema = z.strictObject({ html: siteUrlSchema.describe('Where readers find it.') });

const proofSchema = z.strictObject({
  entry: entryReferenceSchema.describe('The entry or sample that bears the cell out.'),
  status: plainTextSchema
    .nullable()
    .describe('The status of its current judgement; null where its collection has none, as samples and questions.'),
  status_label: plainTextSchema
    .nullable()
    .describe(
      'What the matrix writes beside it: that status, `Open` or `Settled` for a question, or where a sample has passed; null for a guide or a background entry.',
    ),
  maturity: z
    .enum(maturities)
    .nullable()
    .describe('How mature a shipped answer is; null for everything that is not shipped.'),
  verification: verificationSchema
    .nullable()
    .describe('How far that judgement can be trusted; null for a sample, and for a question that is open.'),
});

const cellSchema = z.strictObject({
  route: idSchema.describe('Id of the route.'),
  ...labelled('status', statusSchema.describe('Whether the route meets the need. `unknown` never counts as good.')),
  ...richText('note', 'How, or why not.'),
  proof: z.array(proofSchema).describe('What bears it out, with its status of today, the strongest first.'),
  links: pageLinksSchema.describe('The row of the cell on the page of its need.'),
});

/** The support matrix: what each route does for each need. */
export const matrixFields = {
  cell_count: countSchema.describe('How many cells there are: one for each need on each route.'),
  counts: z
    .array(
      z.strictObject({
        ...labelled('status', statusSchema.describe('The status.')),
        count: countSchema.describe('How many cells have it.'),
        links: pageLinksSchema.describe('The page of these cells.'),
      }),
    )
    .describe('How many cells have each status, every status named, best first.'),
  routes: z
    .array(
      z.strictObject({
        id: idSchema.describe('Its id: stable for ever.'),
        title: plainTextSchema.describe('Its name.'),
        ...richText('summary', 'Where the Python code runs and how it reaches IRIS.'),
        links: pageLinksSchema.describe('Its page.'),
      }),
    )
    .describe('Every route: the columns, in the order of the table.'),
  needs: z
    .array(
      z.strictObject({
        id: idSchema.describe('Its id: stable for ever.'),
        title: plainTextSchema.describe('Its name.'),
        ...richText('question', 'The need as a question that a developer asks.'),
        best: z
          .strictObject({
            status: statusSchema.nullable().describe('The best status any route has; null when none is known to work.'),
            status_label: plainTextSchema.nullable().describe('That word as the pages write it.'),
            routes: z.array(idSchema).describe('Ids of the routes that have it.'),
            ...richText('sentence', 'The same as a sentence.'),
          })
          .describe('The best that any route does for the need.'),
        cells: z.array(cellSchema).describe('One cell for each route, in the order of the routes.'),
        links: pageLinksSchema.describe('Its page.'),
      }),
    )
    .describe('Every need with its cells: the rows, in the order of the table.'),
  links: z
    .strictObject({
      html: siteUrlSchema.describe('The matrix, for readers.'),
      csv: siteUrlSchema.describe('The same as CSV, one row a cell.'),
    })
    .describe('Where else the matrix can be read.'),
};

export type ApiCell = z.infer<typeof cellSchema>;
export type ApiProof = z.infer<typeof proofSchema>;
