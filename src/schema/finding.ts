import { z } from 'zod';
import { findingVerdictSchema } from './assessment.ts';
import { entryFields } from './origin.ts';
import { textSchema } from './text.ts';

/** A finding: a headline claim of the analysis, with every verdict on it since. */
export const findingSchema = z.strictObject({
  ...entryFields,
  order: z.int().min(1).describe('Its place among the claims of the analysis.'),
  claim: textSchema.describe('The claim, restated in one sentence.'),
  verdicts: z.array(findingVerdictSchema).min(1, 'at least one verdict').describe('All verdicts, oldest first.'),
});

export type Finding = z.infer<typeof findingSchema>;
