import { z } from 'zod';
import { maturities } from '../assessment.ts';
import { confidences, evidenceKinds, stances } from '../evidence.ts';
import { sourceReferenceSchema } from './links.ts';
import { countSchema, daySchema, plainTextSchema } from './primitives.ts';
import { optionalRichText, richText } from './rich-text.ts';

const evidenceSchema = z.strictObject({
  source: sourceReferenceSchema.describe('The document that shows it.'),
  stance: z.enum(stances).describe('Whether it supports the judgement, contradicts it, or gives context.'),
  kind: z.enum(evidenceKinds).describe('What kind of evidence it is. The kind decides how long it stays fresh.'),
  confidence: z.enum(confidences).describe('How directly it was read.'),
  ...richText('shows', 'What it shows, in one sentence.'),
  quote: plainTextSchema.nullable().describe('The words of the source; null when none are quoted.'),
  locator: plainTextSchema.nullable().describe('Where in the source; null when it is the whole.'),
  searches: z
    .array(
      z.strictObject({
        where: plainTextSchema.describe('What was searched.'),
        query: plainTextSchema.describe('The exact words searched for.'),
        on: daySchema.describe('Day of the search.'),
        hits: countSchema.describe('How many hits there were.'),
      }),
    )
    .describe('The searches behind an `absence-search`; empty for every other kind.'),
});

/** Words that a judgement can carry, as schema of `status`. A text without a status of its own has null. */
export type StatusSchema = z.ZodType<string | null>;

function describeJudgement<Status extends StatusSchema>(status: Status) {
  return {
    on: daySchema.describe('Day of the judgement.'),
    status,
    status_label: plainTextSchema.nullable().describe('The status as the pages write it; null without one.'),
    maturity: z
      .enum(maturities)
      .nullable()
      .describe('How mature a shipped answer is; null for everything that is not shipped.'),
    ...richText('summary', 'What was known that day.'),
    ...optionalRichText('remaining', 'What is still missing; null when the judgement names nothing.'),
    ...optionalRichText('correction', 'What the judgement before got wrong at the time; null for no mistake.'),
    ...optionalRichText('disputed', 'Why the evidence disagrees; null when the judgement does not say.'),
    target_iris: plainTextSchema
      .nullable()
      .describe('The InterSystems IRIS versions it speaks of; null when it speaks of the newest.'),
  };
}

/** The judgement that counts today. */
export function createCurrentSchema<Status extends StatusSchema>(status: Status) {
  return z.strictObject(describeJudgement(status));
}

/** One dated judgement with what it rests on. */
export function createAssessmentSchema<Status extends StatusSchema>(status: Status) {
  return z.strictObject({
    ...describeJudgement(status),
    is_current: z.boolean().describe('Whether it is the one that counts today.'),
    evidence: z.array(evidenceSchema).describe('What it rests on.'),
  });
}

export type ApiEvidence = z.infer<typeof evidenceSchema>;
export type ApiJudgement = z.infer<ReturnType<typeof createCurrentSchema<z.ZodNullable<z.ZodString>>>>;
export type ApiAssessment = z.infer<ReturnType<typeof createAssessmentSchema<z.ZodNullable<z.ZodString>>>>;
