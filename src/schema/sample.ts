import { z } from 'zod';
import { identifierSchema, identifiersSchema } from './identifier.ts';
import { dateSchema, textSchema } from './text.ts';

export const sampleLanguages = ['python', 'objectscript', 'bpl'] as const;
export const sampleRoles = ['demonstration', 'prototype', 'recipe', 'probe'] as const;
export const runtimeNames = ['pyodide', 'cpython', 'parse', 'iris'] as const;

/** A runtime that the sample is not for, and why. */
const skipSchema = z.strictObject({
  skip: textSchema.describe('Why the sample is not for this runtime.'),
});

/** What a run must end in. */
export const expectedRunSchema = z.strictObject({
  outcome: z
    .enum(['pass', 'fail'])
    .describe('`fail` for a sample that shows a gap: it passes its check by failing in the declared way.'),
  exit: z.int().min(0).max(255).describe('The exit code of the process.'),
  raises: z
    .strictObject({
      type: textSchema.describe('The exception that ends it, such as `TypeError`.'),
      message: textSchema.describe('Words its message contains, compared literally.'),
    })
    .optional()
    .describe('The exception that ends the program. Required with `fail`.'),
  reason: textSchema.optional().describe('Why it fails, and which gap that shows. Required with `fail`.'),
});

/** What is taken out of the output before it is compared: the shortest list that makes it the same everywhere. */
export const normalisers = ['slow-callbacks', 'paths', 'addresses', 'trailing-space'] as const;

/** `sample.yaml`: a runnable sample, what it claims, where it runs and what it must print. */
export const sampleSchema = z.strictObject({
  title: textSchema
    .max(90, 'at most 90 characters')
    .describe('The name of the sample: at most 90 characters, no full stop.'),
  summary: textSchema
    .max(320, 'at most 320 characters')
    .describe('What it shows, in one sentence that could be wrong.'),
  language: z.enum(sampleLanguages).describe('The language of its main file: `main.py`, `Main.cls` or `main.bpl.xml`.'),
  role: z
    .enum(sampleRoles)
    .describe(
      '`demonstration` proves a behaviour, `prototype` tries a proposal, `recipe` is to be copied, `probe` settles an open question.',
    ),
  illustrates: identifiersSchema.min(1, 'at least one entry').describe('Ids of the entries it belongs to.'),
  runtimes: z
    .strictObject({
      pyodide: z
        .union([z.literal(true), skipSchema])
        .describe('CPython compiled to WebAssembly: in Node, and in the reader’s browser.'),
      cpython: z
        .union([
          z.strictObject({
            min: z
              .string()
              .regex(/^3\.\d{1,2}$/, 'a version such as `3.11`')
              .describe('The oldest version it runs on.'),
          }),
          skipSchema,
        ])
        .describe('CPython of the machine.'),
      parse: z.union([z.literal(true), skipSchema]).describe('The structural check of ObjectScript and BPL.'),
      iris: z.union([z.literal(true), skipSchema]).describe('A reader’s own InterSystems IRIS.'),
    })
    .describe('Where it runs, and where not and why.'),
  expect: expectedRunSchema.describe('What a run must end in. Its output stands in `expected.stdout`.'),
  control: textSchema
    .optional()
    .describe('The assertion or twin that would fail if the demonstration were blind. Required for a demonstration.'),
  timeoutMs: z.int().min(100).max(120_000).default(10_000).describe('Time after which it is killed, in milliseconds.'),
  normalise: z
    .array(z.enum(normalisers))
    .default(['slow-callbacks'])
    .describe(
      'What is taken out of the output before it is compared. By default the lines of asyncio’s debug mode about slow steps, which tell of the machine.',
    ),
  packages: z
    .array(textSchema)
    .default([])
    .describe('Distributions it needs besides the standard library, by their names on the package index.'),
  counterpart: identifierSchema.optional().describe('The sample it is a twin of.'),
  reviewedOn: dateSchema.describe('The day somebody last read it with care.'),
});

export type Sample = z.infer<typeof sampleSchema>;
export type RuntimeName = (typeof runtimeNames)[number];
