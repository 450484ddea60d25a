import { z } from 'zod';
import { patternAssessmentSchema } from './assessment.ts';
import { identifiersSchema } from './identifier.ts';
import { entryFields } from './origin.ts';
import { textSchema } from './text.ts';

export const patternAreas = [
  'messaging',
  'components',
  'parallel work',
  'scheduling',
  'realtime',
  'external apps',
] as const;

/** A pattern: a way of working concurrently that InterSystems IRIS offers today. */
export const patternSchema = z.strictObject({
  ...entryFields,
  need: textSchema.describe('The need it answers, as a reader would put it, for the table "Build today".'),
  area: z.enum(patternAreas).describe('What part of a system it serves.'),
  runsIn: textSchema.describe('Which process the code runs in.'),
  languages: z.array(textSchema).min(1, 'at least one language').describe('Languages the code is written in.'),
  limits: z.array(textSchema).describe('What it does not do, one plain sentence each.'),
  eases: identifiersSchema.describe('Sharp edges it eases. Each of them lists this pattern under `workarounds`.'),
  assessments: z
    .array(patternAssessmentSchema)
    .min(1, 'at least one assessment')
    .describe('All judgements, oldest first.'),
});

export type Pattern = z.infer<typeof patternSchema>;
