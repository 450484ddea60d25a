import { z } from 'zod';

/** The endpoint form of shields.io. Its names are theirs, and it takes no others. */
export const badgeSchema = z.strictObject({
  schemaVersion: z.literal(1).describe('Version of that form.'),
  label: z.string().describe('The left part: what kind of entry it is.'),
  message: z.string().describe('The right part: status, verification and day of the current judgement.'),
  color: z
    .string()
    .regex(/^[0-9a-f]{6}$/)
    .describe('Colour of the right part: that of the status while the judgement is verified, else grey.'),
});

export type Badge = z.infer<typeof badgeSchema>;
