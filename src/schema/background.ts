import { z } from 'zod';
import { reviewSchema } from './assessment.ts';
import { entryFields } from './origin.ts';
import { textSchema } from './text.ts';

/** A background entry: what the essays say of async Python itself, what has changed, and what it means on IRIS. */
export const backgroundSchema = z.strictObject({
  ...entryFields,
  order: z.int().min(1).describe('Its place in the reading order.'),
  onIris: textSchema.describe('What it means on InterSystems IRIS, in one or two sentences.'),
  assessments: z.array(reviewSchema).min(1, 'at least one review').describe('All readings, oldest first.'),
});

export type Background = z.infer<typeof backgroundSchema>;
