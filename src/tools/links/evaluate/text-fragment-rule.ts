import { splitFragment } from './fragment.ts';
import { quoteText } from './quote-text.ts';
import { createFinding, pageRule } from './rule.ts';
import { hasText, parseTextDirectives } from './text-directive.ts';

/** The fragment points at words of the page. */
export const missingText = pageRule('missing-text', ({ facts, answer, final }) => {
  if (facts.kind === 'other') return undefined;
  const directives = parseTextDirectives(splitFragment(final.hash).directive);
  const absent = directives.find((directive) => !hasText(facts.text, directive));
  if (absent === undefined) return undefined;
  return answer.body.truncated
    ? createFinding('unverified', 'TRUNCATED', `The page was cut before ${quoteText(absent.start)} was seen.`)
    : createFinding(
        'anchor-missing',
        'TEXT_FRAGMENT',
        `The page does not have the text ${quoteText(absent.start)} that the fragment points at.`,
      );
});
