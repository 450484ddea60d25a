import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { identifierSchema, identifiersSchema } from './identifier.ts';
import { entryFields } from './origin.ts';
import { dateSchema, textSchema } from './text.ts';

/** An open question: what nobody could verify, and what would settle it. */
export const questionSchema = z.strictObject({
  ...entryFields,
  order: z.int().min(1).describe('Its place in the list of questions.'),
  raisedOn: dateSchema.describe('The day it was first asked.'),
  settledBy: textSchema.describe('What would settle it: something a reader with access could do.'),
  blocks: identifiersSchema.describe('Entries whose judgement waits for the answer.'),
  probe: identifierSchema.optional().describe('The sample that settles it on a reader’s own IRIS, where a script can.'),
  settled: z
    .strictObject({
      on: dateSchema.describe('The day it was settled.'),
      answer: textSchema.describe('The answer.'),
      evidence: z.array(evidenceSchema).min(1, 'at least one piece of evidence').describe('What settled it.'),
    })
    .optional()
    .describe('The answer, once there is one. The question stays visible.'),
});

export type Question = z.infer<typeof questionSchema>;
