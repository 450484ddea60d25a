import { selectAdapter } from '../adapters/adapters.ts';
import type { PageFacts } from '../page-facts.ts';
import type { Page } from './case.ts';
import { findWeakParts, isLikeControl, listParts } from './control.ts';
import { quoteText } from './quote-text.ts';
import { createFinding, pageRule } from './rule.ts';
import { suggestFallback } from './suggestion.ts';

/**
 * A page that cannot be told from the one for a URL that cannot exist: what is expected of it stands on both.
 * The home page is excepted, because many hosts show it for whatever they do not have.
 */
export const indistinct = pageRule(
  'indistinct',
  ({ citation, circumstances: { control }, facts, cited, expectation }) => {
    if (control === undefined || expectation.shortfalls.length > 0 || isHome(cited)) return undefined;
    const isWeak = findWeakParts(citation.expect, control).length === listParts(citation.expect).length;
    return isWeak && isLikeControl(facts, control)
      ? createFinding(
          'unverified',
          'EXPECT_WEAK',
          'The host shows the same page, with all that is expected of it, for a page that cannot exist.',
        )
      : undefined;
  },
);

/** Used only for pages that lack what is expected: a page about errors speaks like this too. */
const missing =
  /\b(404|410)\b|\bnot[ -]found\b|\b(?:can(?:no|')t|could ?n(?:o|')t|could not) be found\b|\b(?:does|do) ?n(?:o|')t exist\b|\bno longer (?:exists?|available)\b|\bnão encontrad|\bno encontrad|\bnicht gefunden\b|\bintrouvable\b|見つかりません|未找到/i;

export const saysNotFound = pageRule('says-not-found', (page) => {
  if (page.expectation.shortfalls.length === 0) return undefined;
  const words = listTitles(page.facts).find((title) => missing.test(title));
  return words === undefined
    ? undefined
    : createFinding('soft-404', 'SOFT_404_TITLE', `The page calls itself ${quoteText(words)}.`, {
        suggestion: suggestFallback(page),
      });
});

export const endedElsewhere = pageRule('ended-elsewhere', (page) => {
  const { cited, final, expectation } = page;
  if (expectation.shortfalls.length === 0) return undefined;
  const place = isHome(final) && !isHome(cited) ? 'home' : isSearch(final) && !isSearch(cited) ? 'search' : undefined;
  return place === undefined
    ? undefined
    : createFinding(
        'soft-404',
        place === 'home' ? 'SOFT_404_ROOT' : 'SOFT_404_SEARCH',
        place === 'home' ? 'The chain ended at a home page.' : 'The chain ended at a search.',
        { suggestion: suggestFallback(page) },
      );
});

export const likeControl = pageRule('like-control', (page) =>
  page.expectation.shortfalls.length > 0 && !isHome(page.cited) && isLikeControl(page.facts, page.circumstances.control)
    ? createFinding('soft-404', 'SOFT_404_CONTROL', 'The host shows the same page for a page that cannot exist.', {
        suggestion: suggestFallback(page),
      })
    : undefined,
);

export const drifted = pageRule('drifted', (page) => {
  const [first] = page.expectation.shortfalls;
  return first === undefined
    ? undefined
    : createFinding('drifted', first.code, first.detail, {
        notes: [...page.expectation.shortfalls.slice(1).map(({ detail }) => detail), ...noteLanguage(page)],
        suggestion: suggestFallback(page),
      });
});

/** A server that guesses the language of the reader may have shown another page. */
function noteLanguage({ citation, facts: { lang } }: Page): string[] {
  const isOther = lang !== undefined && readLanguage(lang) !== readLanguage(citation.language);
  return isOther ? [`The page is in ${quoteText(lang)}, expected \`${citation.language}\`.`] : [];
}

function readLanguage(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

function listTitles({ title, headings }: PageFacts): string[] {
  return [
    ...(title === undefined ? [] : [title]),
    ...headings.flatMap(({ level, text }) => (level === 1 ? [text] : [])),
  ];
}

function isHome(url: URL): boolean {
  return selectAdapter(url).isHome(url);
}

function isSearch(url: URL): boolean {
  return url.pathname.split('/').some((segment) => /^search([-_]?results?)?(\.\w{1,5})?$/i.test(segment));
}
