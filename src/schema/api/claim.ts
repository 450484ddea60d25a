import { z } from 'zod';
import { findingVerdicts, gapStatuses, patternStatuses } from '../assessment.ts';
import { severities } from '../edge.ts';
import { patternAreas } from '../pattern.ts';
import { createAssessmentSchema, createCurrentSchema, type StatusSchema } from './assessment.ts';
import { claimLinksSchema, relationSchema, sourceReferenceSchema } from './links.ts';
import { countSchema, daySchema, idSchema, labelled, plainTextSchema } from './primitives.ts';
import { optionalRichText, richText, sentenceSchema } from './rich-text.ts';
import { verificationSchema } from './verification.ts';

const gapStatusSchema = z.enum(gapStatuses).describe('How far the gap is closed.');
const patternStatusSchema = z.enum(patternStatuses).describe('Whether the pattern works as described.');
const verdictSchema = z.enum(findingVerdicts).describe('The verdict on the claim.');
const noStatusSchema = z.null().describe('Always null: texts of this collection have no status of their own.');

const factSchemas = {
  edges: z.strictObject({
    ...labelled('severity', z.enum(severities).describe('Effect on an async-first team.')),
    ...richText('severity_reason', 'Why that severity.'),
    ...optionalRichText('gotcha', 'The warning in one sentence; null when there is none.'),
    owner: plainTextSchema.nullable().describe('Who looks after the entry; null while nobody does.'),
  }),
  patterns: z.strictObject({
    need: plainTextSchema.describe('The need it answers.'),
    area: z.enum(patternAreas).describe('What part of a system it serves.'),
    runs_in: plainTextSchema.describe('Which process the code runs in.'),
    languages: z.array(plainTextSchema).describe('Languages the code is written in.'),
    limits: z.array(sentenceSchema).describe('What it does not do.'),
  }),
  proposals: z.strictObject({
    priority: z.int().positive().describe('Rank in the analysis: 1 is asked for first.'),
    ...richText('ask', 'What is asked for.'),
    ...richText('baseline', 'What there was on 2025-08-17.'),
    acceptance: z.array(sentenceSchema).describe('Observable statements; when all are true the proposal is shipped.'),
  }),
  findings: z.strictObject({
    order: z.int().positive().describe('Its place among the claims of the analysis.'),
    ...richText('claim', 'The claim, restated.'),
  }),
  guides: z.strictObject({
    order: z.int().positive().describe('Its place in the list of guides.'),
    ...richText('audience', 'Who it is for.'),
  }),
  background: z.strictObject({
    order: z.int().positive().describe('Its place in the reading order.'),
    ...richText('on_iris', 'What it means on InterSystems IRIS.'),
  }),
  questions: z.strictObject({
    order: z.int().positive().describe('Its place in the list of questions.'),
    is_settled: z.boolean().describe('Whether the answer is known. It stands as the only assessment then.'),
    raised_on: daySchema.describe('Day it was first asked.'),
    ...richText('settled_by', 'What would settle it.'),
  }),
} as const;

/** The head of an entry, as its collection lists it. */
function createHead<Name extends keyof typeof factSchemas, Status extends StatusSchema>(name: Name, status: Status) {
  return {
    collection: z.literal(name).describe('The collection it belongs to.'),
    id: idSchema.describe('Its id: stable for ever.'),
    title: plainTextSchema.describe('Its title.'),
    ...richText('summary', 'One sentence that answers the reader who reads nothing else.'),
    current: createCurrentSchema(status)
      .nullable()
      .describe('The judgement that counts today; null for a question that is open.'),
    verification: verificationSchema
      .nullable()
      .describe('How far that judgement can be trusted; null for a question that is open.'),
    assessment_count: countSchema.describe('How many judgements are on record.'),
    facts: factSchemas[name].describe('What only this collection has.'),
    links: claimLinksSchema.describe('Where else it can be read.'),
  };
}

function createClaimSchemas<Name extends keyof typeof factSchemas, Status extends StatusSchema>(
  name: Name,
  status: Status,
) {
  const head = createHead(name, status);
  return {
    head,
    entry: {
      ...head,
      origin: z
        .strictObject({
          source: sourceReferenceSchema.describe('The document the entry comes from.'),
          section: plainTextSchema.describe('The section of it.'),
          item: plainTextSchema.describe('The item within the section.'),
        })
        .describe('Where the entry comes from.'),
      assessments: z
        .array(createAssessmentSchema(status))
        .describe('Every judgement with its evidence, oldest first. None is ever removed.'),
      relations: z.array(relationSchema).describe('Entries and samples that belong to it, both ways.'),
      documentation: z.array(sourceReferenceSchema).describe('What to read next.'),
      sources: z.array(sourceReferenceSchema).describe('Every document the page cites, in the order it does.'),
    },
  };
}

/** Fields of an entry that makes claims: as its collection lists it (`head`), and whole (`entry`). */
export const claimFields = {
  patterns: createClaimSchemas('patterns', patternStatusSchema),
  edges: createClaimSchemas('edges', gapStatusSchema),
  proposals: createClaimSchemas('proposals', gapStatusSchema),
  findings: createClaimSchemas('findings', verdictSchema),
  guides: createClaimSchemas('guides', noStatusSchema),
  background: createClaimSchemas('background', noStatusSchema),
  questions: createClaimSchemas('questions', noStatusSchema),
} as const;

export type ApiFacts = { [Name in keyof typeof factSchemas]: z.infer<(typeof factSchemas)[Name]> };
