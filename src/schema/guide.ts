import { z } from 'zod';
import { reviewSchema } from './assessment.ts';
import { entryFields } from './origin.ts';
import { textSchema } from './text.ts';

/** A guide: what to do, in order, put together from patterns and sharp edges. */
export const guideSchema = z.strictObject({
  ...entryFields,
  order: z.int().min(1).describe('Its place in the list of guides.'),
  audience: textSchema.describe('Who it is for, and in what situation.'),
  assessments: z.array(reviewSchema).min(1, 'at least one review').describe('All readings, oldest first.'),
});

export type Guide = z.infer<typeof guideSchema>;
