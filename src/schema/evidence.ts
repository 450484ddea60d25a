import { z } from 'zod';
import { identifierSchema } from './identifier.ts';
import { dateSchema, textSchema } from './text.ts';

export const stances = ['supports', 'contradicts', 'context'] as const;
export const evidenceKinds = [
  'vendor-doc',
  'release-note',
  'source-code',
  'issue-thread',
  'community-post',
  'sample-run',
  'measurement',
  'internal-report',
  'absence-search',
] as const;
export const confidences = ['high', 'medium', 'low'] as const;

/** A search that found nothing, told so that anybody can repeat it. */
export const absenceSchema = z.strictObject({
  where: textSchema.describe('What was searched: a manual and its version, a package, a site.'),
  query: textSchema.describe('The exact words or pattern searched for.'),
  on: dateSchema.describe('The day of the search.'),
  hits: z
    .int()
    .nonnegative()
    .describe('How many hits there were. Zero, or the number that turned out to be about something else.'),
});

/** One reason to believe, or to doubt, an assessment. */
export const evidenceSchema = z.strictObject({
  source: identifierSchema.describe('The source that shows it: a file name in `content/sources/`.'),
  stance: z.enum(stances).describe('Whether it supports the assessment, contradicts it, or only gives context.'),
  kind: z.enum(evidenceKinds).describe('What kind of evidence it is. The kind decides how long it stays fresh.'),
  shows: textSchema.describe('What it shows, in one sentence.'),
  quote: z
    .string()
    .max(300, 'at most 300 characters')
    .optional()
    .describe('The words of the source, 300 characters at most.'),
  locator: textSchema.optional().describe('Where in the source: an anchor, a file and line, a heading.'),
  confidence: z
    .enum(confidences)
    .describe('High: read in the primary source. Medium: one older or indirect source. Low: inferred.'),
  absence: z
    .array(absenceSchema)
    .optional()
    .describe('The searches behind an `absence-search`: what was searched, for what, when, with how many hits.'),
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type EvidenceKind = Evidence['kind'];
