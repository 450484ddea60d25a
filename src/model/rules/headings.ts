import { listEntries } from '../content.ts';
import type { Rule } from './rule.ts';

/** A heading stands once on a page, because it is the anchor that others link to. */
export const duplicateHeading: Rule = {
  id: 'duplicate-heading',
  check({ model }, report) {
    for (const { file, prose } of listEntries(model.content)) {
      const lines = new Map<string, number>();
      for (const { text, place } of prose?.headings ?? []) {
        const key = deriveAnchor(text);
        const line = lines.get(key);
        if (line === undefined) lines.set(key, place.line);
        else
          report({
            file,
            at: { place },
            reason: `Unexpected second heading \`${text}\`, expected it once: line ${line} has it`,
            hint: 'say in the heading what tells the two apart',
          });
      }
    }
  },
};

/** The anchor of a heading, as GitHub and this site spell it: punctuation does not count. */
function deriveAnchor(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Headings start at the second level, because the title is the first, and go down one at a time. */
export const headingLevel: Rule = {
  id: 'heading-level',
  check({ model }, report) {
    for (const { file, prose } of listEntries(model.content)) {
      let above = 1;
      for (const { text, depth, place } of prose?.headings ?? []) {
        if (depth === 1 || depth > above + 1) {
          report({
            file,
            at: { place },
            reason: `Unexpected heading \`${text}\` of level ${depth}, expected level ${depth === 1 ? 2 : `${above + 1} or higher up`}`,
            hint: `write it with \`${'#'.repeat(depth === 1 ? 2 : above + 1)}\``,
          });
        }
        above = depth;
      }
    }
  },
};
