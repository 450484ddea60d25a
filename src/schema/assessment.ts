import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { dateSchema, textSchema } from './text.ts';

/** Status of a sharp edge or a proposal, from worst to best; `unknown` stands outside the order and never counts as good. */
export const gapStatuses = ['open', 'community-workaround', 'partially-addressed', 'shipped', 'unknown'] as const;
export const patternStatuses = ['retired', 'works-with-limits', 'works', 'unknown'] as const;
export const findingVerdicts = ['claimed', 'unverifiable', 'outdated', 'too-strong', 'holds'] as const;
export const maturities = ['experimental', 'production'] as const;

const dated = {
  on: dateSchema.describe('The day of the judgement.'),
  summary: textSchema.describe('What was known that day, in one to four sentences.'),
  correction: textSchema
    .optional()
    .describe('What the assessment before this one got wrong at the time, as opposed to what has changed since.'),
  disputed: textSchema.optional().describe('Why the evidence disagrees, when it stands on both sides.'),
  evidence: z.array(evidenceSchema).describe('What the judgement rests on.'),
};

/** One dated judgement of a sharp edge or a proposal. Entries keep all of theirs, oldest first. */
export const gapAssessmentSchema = z.strictObject({
  ...dated,
  status: z.enum(gapStatuses).describe('How far the gap is closed.'),
  maturity: z.enum(maturities).optional().describe('How mature the answer is. Required with `shipped`.'),
  remaining: textSchema.optional().describe('What is still missing. Required with `partially-addressed`.'),
  target: z
    .strictObject({
      iris: textSchema.describe('The InterSystems IRIS versions it speaks of, such as `2026.1` or `≤2025.3`.'),
    })
    .optional()
    .describe('The versions the judgement is about, when it is not about the newest.'),
});

/** One dated judgement of a pattern. */
export const patternAssessmentSchema = z.strictObject({
  ...dated,
  status: z.enum(patternStatuses).describe('Whether the pattern works as described.'),
  target: gapAssessmentSchema.shape.target,
});

/** One dated verdict on a finding. */
export const findingVerdictSchema = z.strictObject({
  on: dated.on,
  verdict: z
    .enum(findingVerdicts)
    .describe('`claimed` is the statement itself, before anybody checked it; the others are judgements of it.'),
  why: textSchema.describe('Why, in one to three sentences.'),
  correction: dated.correction,
  disputed: dated.disputed,
  evidence: dated.evidence,
});

/** One dated reading of a text that has no status of its own: a guide or a background entry. */
export const reviewSchema = z.strictObject(dated);

export type GapAssessment = z.infer<typeof gapAssessmentSchema>;
export type PatternAssessment = z.infer<typeof patternAssessmentSchema>;
export type FindingVerdict = z.infer<typeof findingVerdictSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type GapStatus = GapAssessment['status'];
export type PatternStatus = PatternAssessment['status'];
export type FindingWord = FindingVerdict['verdict'];
export type Maturity = (typeof maturities)[number];
