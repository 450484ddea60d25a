import { z } from 'zod';

/** A sentence twice, as plain text and as HTML with its code marked. */
export type RichText<Name extends string> = Record<`${Name}_html` | `${Name}_text`, string>;

/** The two fields of a sentence that is always there: `<name>_text` and `<name>_html`. */
export function richText<Name extends string>(name: Name, description: string) {
  return {
    [`${name}_text`]: z.string().describe(description),
    [`${name}_html`]: z.string().describe(`The same as HTML: escaped, with \`code\` elements and no others.`),
  } as Record<`${Name}_html` | `${Name}_text`, z.ZodString>;
}

/** The two fields of a sentence that may be missing: both are null then. */
export function optionalRichText<Name extends string>(name: Name, description: string) {
  return {
    [`${name}_text`]: z.string().nullable().describe(description),
    [`${name}_html`]: z
      .string()
      .nullable()
      .describe(`The same as HTML: escaped, with \`code\` elements and no others.`),
  } as Record<`${Name}_html` | `${Name}_text`, z.ZodNullable<z.ZodString>>;
}

/** One sentence of a list. */
export const sentenceSchema = z.strictObject({
  text: z.string().describe('The sentence as plain text.'),
  html: z.string().describe('The same as HTML: escaped, with `code` elements and no others.'),
});
