import { z } from 'zod';
import { plainTextSchema } from './primitives.ts';

/** The lists of words that documents use. */
export const vocabularyNames = [
  'gap_status',
  'pattern_status',
  'finding_verdict',
  'maturity',
  'severity',
  'cell_status',
  'verification',
  'stance',
  'evidence_kind',
  'confidence',
  'event_kind',
  'outcome',
  'runtime',
  'link_state',
  'link_finding',
] as const;

export const vocabularyFields = {
  lists: z
    .array(
      z.strictObject({
        name: z.enum(vocabularyNames).describe('What the words are for.'),
        terms: z
          .array(
            z.strictObject({
              value: plainTextSchema.describe('The word in documents.'),
              label: plainTextSchema.describe('The word on pages.'),
              meaning: plainTextSchema.describe('What it means.'),
            }),
          )
          .describe('The words of the list.'),
      }),
    )
    .describe('Every list of words. A minor version may add words: read one you do not know as unknown.'),
};

export type VocabularyName = (typeof vocabularyNames)[number];
