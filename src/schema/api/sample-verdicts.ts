import { z } from 'zod';
import { runtimeNames } from '../sample.ts';
import { linksSchema } from './links.ts';
import { countSchema, idSchema, labelled } from './primitives.ts';
import { runFields } from './sample.ts';

export const sampleVerdictsFields = {
  sample_count: countSchema.describe('How many samples there are.'),
  runtimes: z
    .array(
      z.strictObject({
        ...labelled('runtime', z.enum(runtimeNames).describe('The runtime.')),
        declared: countSchema.describe('How many samples are for it.'),
        passed: countSchema.describe('How many of those have passed as they are now.'),
      }),
    )
    .describe('The tally of each runtime.'),
  verdicts: z
    .array(
      z.strictObject({
        sample: idSchema.describe('Id of the sample.'),
        ...runFields,
        links: linksSchema.describe('Where to read the sample.'),
      }),
    )
    .describe('One item for every sample and runtime, those that were not run included.'),
};
