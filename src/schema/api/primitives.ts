import { z } from 'zod';
import { identifierPattern } from '../identifier.ts';

/** A day in UTC, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** An absolute URL of this site. */
export const siteUrlSchema = z.url();

/** An address outside this site, as it is cited. It is shown as it stands and may lead nowhere any more. */
export const addressSchema = z.string().min(1);

/** The id of an entry: its file name and part of its URL, for ever. */
export const idSchema = z.string().regex(identifierPattern);

/** Words for readers: no Markdown, no HTML. */
export const plainTextSchema = z.string();

export const countSchema = z.int().nonnegative();

/** A word of the vocabulary with what a reader sees in its place. */
export function labelled<Name extends string, Schema extends z.ZodType>(name: Name, word: Schema) {
  return {
    [name]: word,
    [`${name}_label`]: plainTextSchema.describe('That word as the pages write it.'),
  } as Record<Name, Schema> & Record<`${Name}_label`, z.ZodString>;
}
