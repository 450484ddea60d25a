import { z } from 'zod';
import { identifierPattern, identifierSchema } from './identifier.ts';
import { dateSchema, textSchema } from './text.ts';

export const sourceKinds = [
  'documentation',
  'class-reference',
  'release-notes',
  'community-post',
  'repository',
  'source-code',
  'issue',
  'package',
  'specification',
  'article',
  'paper',
  'talk',
  'video',
  'profile',
  'document',
] as const;

/** Kinds that may have no URL: they are found by name and version instead. */
export const offlineSourceKinds: readonly (typeof sourceKinds)[number][] = [
  'document',
  'package',
  'source-code',
  'talk',
];

/** What the page must say for the citation to hold. At least one part is given. */
export const expectationSchema = z.strictObject({
  title: textSchema.optional().describe('The title of the page.'),
  heading: textSchema.optional().describe('A heading on the page.'),
  terms: z
    .array(textSchema)
    .min(1, 'at least one term')
    .optional()
    .describe('Words that identify it, compared literally.'),
  quote: z
    .string()
    .max(300, 'at most 300 characters')
    .optional()
    .describe('A sentence of the page, 300 characters at most.'),
  lines: z
    .string()
    .regex(/^L\d+(-L\d+)?$/, 'lines as `L10` or `L10-L20`')
    .optional()
    .describe('Lines of a source file, as `L10` or `L10-L20`.'),
});

/** Identity of a page of the InterSystems documentation, from which its canonical URL follows. */
export const docsetSchema = z.strictObject({
  product: z
    .string()
    .regex(identifierPattern, 'a product root such as `iris` or `healthconnect`')
    .describe('The product root of the docset: `iris`, unless the page exists elsewhere only.'),
  version: z
    .string()
    .regex(/^(latest|\d{5})$/, '`latest` or five digits such as `20261`')
    .describe('`latest`, or a version such as `20261` for 2026.1.'),
  key: textSchema.optional().describe('KEY of a DocBook page.'),
  class: textSchema.optional().describe('CLASSNAME of a class reference page.'),
  library: textSchema.optional().describe('LIBRARY of a class reference page.'),
  reason: textSchema.optional().describe('Why another product than `iris` is cited.'),
});

/** A citable document. Everything the site links to outside itself is one. */
export const sourceSchema = z.strictObject({
  title: textSchema.describe('Its title. Where the page could not be read yet, what it is about.'),
  publisher: textSchema.describe('Who publishes it.'),
  kind: z.enum(sourceKinds).describe('What kind of document it is.'),
  url: textSchema.optional().describe('Its canonical URL.'),
  locator: textSchema
    .optional()
    .describe(
      'Where to find it without a URL (page id and version; package, version and file), or which part of the URL is meant.',
    ),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a language tag such as `en` or `pt-BR`')
    .default('en')
    .describe('Its language, as a BCP 47 tag.'),
  publishedOn: dateSchema.optional().describe('The day it was published or last revised, where known.'),
  accessedOn: dateSchema.optional().describe('The day somebody last read it live. Absent until somebody has.'),
  expect: expectationSchema.describe('What it must say for the citation to hold.'),
  docset: docsetSchema.optional().describe('Its identity in the InterSystems documentation.'),
  fallbacks: z.array(textSchema).default([]).describe('Other URLs of the same document, such as versioned ones.'),
  replaces: z
    .array(
      z.strictObject({
        url: textSchema.describe('The URL as it was published. It is shown, never linked.'),
        reason: textSchema.describe('Why it was replaced.'),
      }),
    )
    .default([])
    .describe('URLs under which the same document was cited before.'),
  archive: z
    .strictObject({
      url: textSchema.describe('URL of an archived copy.'),
      on: dateSchema.describe('The day of the copy.'),
    })
    .optional()
    .describe('An archived copy.'),
  retired: z
    .strictObject({
      reason: textSchema.describe('Why it is no longer cited.'),
      use: identifierSchema.describe('The source to cite instead.'),
    })
    .optional()
    .describe('Set when another source takes its place. The id stays.'),
  note: textSchema.optional().describe('What a reader should know before trusting it.'),
  draft: z.boolean().default(false).describe('Set until an entry cites it: it is checked, and not published.'),
});

export type Source = z.infer<typeof sourceSchema>;
