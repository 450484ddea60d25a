import { z } from 'zod';
import { daySchema, labelled } from './primitives.ts';

/** How far a judgement can be trusted; computed on the day of `as_of`. */
export const verificationStates = ['disputed', 'stale', 'verified', 'unverified', 'uncheckable'] as const;

export const verificationSchema = z.strictObject({
  ...labelled(
    'state',
    z.enum(verificationStates).describe('How far the current judgement can be trusted. Computed, never written.'),
  ),
  fresh_until: daySchema
    .nullable()
    .describe('Last day on which the judgement counts as fresh; null when nothing public supports it.'),
  as_of: daySchema.describe('Day for which the state holds. Judge it anew on a later one.'),
});

export type ApiVerification = z.infer<typeof verificationSchema>;
