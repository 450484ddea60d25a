import { z } from 'zod';
import { gapAssessmentSchema } from './assessment.ts';
import { identifiersSchema } from './identifier.ts';
import { entryFields } from './origin.ts';
import { textSchema } from './text.ts';

/** A proposal: a capability the platform could add, in the order the analysis asked for them. */
export const proposalSchema = z.strictObject({
  ...entryFields,
  priority: z.int().min(1).describe('Rank in the analysis: 1 is asked for first. No two proposals share one.'),
  ask: textSchema.describe('What is asked for, in one sentence.'),
  baseline: textSchema.describe('What there was on 2025-08-17.'),
  acceptance: z
    .array(textSchema)
    .min(1, 'at least one criterion')
    .describe('Observable statements; when all are true the proposal is shipped.'),
  prototypes: identifiersSchema.describe(
    'Runnable samples that show the ergonomics asked for, before the platform has them.',
  ),
  closes: identifiersSchema.describe('Sharp edges it would close. Each of them lists this proposal under `proposals`.'),
  extends: identifiersSchema.default([]).describe('Patterns it builds on.'),
  assessments: z.array(gapAssessmentSchema).min(1, 'at least one assessment').describe('All judgements, oldest first.'),
});

export type Proposal = z.infer<typeof proposalSchema>;
