import { z } from 'zod';
import { textSchema } from './text.ts';

/** A rule of the content check: the page behind a message. */
export const ruleSchema = z.strictObject({
  title: textSchema.describe('The rule, as a sentence without a full stop.'),
  summary: textSchema.describe('What it refuses and why, in one sentence.'),
  group: z
    .enum(['files', 'fields', 'references', 'assessments', 'evidence', 'sources', 'urls', 'prose', 'samples', 'matrix'])
    .describe('What the rule looks at.'),
});

export type RulePage = z.infer<typeof ruleSchema>;
