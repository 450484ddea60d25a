import { z } from 'zod';
import { runtimeNames, sampleLanguages, sampleRoles } from '../sample.ts';
import { outcomes } from '../verdict.ts';
import { ownLinksSchema, relationSchema } from './links.ts';
import { daySchema, idSchema, labelled, plainTextSchema } from './primitives.ts';
import { optionalRichText, richText } from './rich-text.ts';

/** What a sample did in one runtime. */
export const runFields = {
  runtime: z.enum(runtimeNames).describe('The runtime.'),
  ...labelled('outcome', z.enum(outcomes).describe('The outcome in EARL words. `untested` never counts as good.')),
  expected: z
    .enum(['pass', 'fail'])
    .describe(
      'What the program must do. With `fail`, `passed` means that it failed in the declared way: a gap is shown.',
    ),
  note: plainTextSchema.describe('In what it ran and when, or why it did not.'),
  runtime_version: plainTextSchema.nullable().describe('Version of the runtime; null where nothing ran.'),
  python_version: plainTextSchema.nullable().describe('Version of Python; null where none ran.'),
  host: plainTextSchema.nullable().describe('What it ran on; null where nothing ran.'),
  ran_on: daySchema.nullable().describe('Day of the run; null where nothing ran.'),
};

/** The head of a sample, as its collection lists it. */
export const sampleHead = {
  collection: z.literal('samples').describe('The collection it belongs to.'),
  id: idSchema.describe('Its id: stable for ever.'),
  title: plainTextSchema.describe('Its title.'),
  ...richText('summary', 'What it shows, in one sentence that could be wrong.'),
  language: z.enum(sampleLanguages).describe('Language of its main file.'),
  role: z.enum(sampleRoles).describe('What it is for.'),
  runs: z.array(z.strictObject(runFields)).describe('What it did, one item a runtime.'),
  links: ownLinksSchema.describe('Where else it can be read.'),
};

export const sampleFields = {
  ...sampleHead,
  ...optionalRichText(
    'control',
    'The assertion that would fail if the demonstration were blind; null where none is needed.',
  ),
  packages: z.array(plainTextSchema).describe('Distributions it needs besides the standard library.'),
  files: z.array(plainTextSchema).describe('Names of its files, the main one first.'),
  source_sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Digest of its files. An outcome holds for exactly this digest.'),
  reviewed_on: daySchema.describe('Day somebody last read it with care.'),
  relations: z.array(relationSchema).describe('Entries and samples that belong to it, both ways.'),
};

export type ApiRun = z.infer<z.ZodObject<typeof runFields>>;
