import { z } from 'zod';
import { identifierSchema, identifiersSchema } from './identifier.ts';
import { textSchema } from './text.ts';

/** Which document an entry comes from, so that a reader can see what is reported and what was added. */
export const originSchema = z.strictObject({
  document: identifierSchema.describe('The source document: a file name in `content/sources/`.'),
  section: textSchema.describe('The section of that document.'),
  item: textSchema.describe('The item within the section.'),
});

/** Fields that every entry with a page of its own has. */
export const entryFields = {
  title: textSchema
    .max(90, 'at most 90 characters')
    .describe('The name of the entry: at most 90 characters, no full stop.'),
  summary: textSchema
    .max(320, 'at most 320 characters')
    .describe('One sentence that answers the reader who reads nothing else.'),
  draft: z.boolean().default(false).describe('Set while the entry is being written: it is checked, and not published.'),
  owner: textSchema.optional().describe('Who looks after the entry, when somebody has taken it on.'),
  origin: originSchema.describe('Where the entry comes from.'),
  related: identifiersSchema
    .default([])
    .describe('Ids of other entries worth reading next. Links that follow from other fields need no mention.'),
  samples: identifiersSchema.default([]).describe('Ids of the runnable samples the page shows.'),
  docs: identifiersSchema
    .default([])
    .describe('Ids of the documentation a reader needs: the quick links of the entry.'),
};
