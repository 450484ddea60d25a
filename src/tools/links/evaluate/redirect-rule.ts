import { selectAdapter } from '../adapters/adapters.ts';
import type { Hop } from '../exchange.ts';
import type { Finding } from '../observation.ts';
import type { Page } from './case.ts';
import { findWeakParts, listParts } from './control.ts';
import { listRemarks } from './remarks.ts';
import { quoteText } from './quote-text.ts';
import { createFinding, pageRule } from './rule.ts';
import { suggest } from './suggestion.ts';

/** The page says what is expected: what is left is how the chain came there. */
export const redirects = pageRule('redirects', judgeRedirects);

export function judgeRedirects(page: Page): Finding {
  const notes = listRemarks(page);
  const steps = listSteps(page.hops);
  if (steps.length === 0) return createFinding('ok', 'OK', 'The page says what it is cited for.', { notes });
  const target = selectAdapter(page.final).derivePublicUrl(page.final);
  return steps.includes('temporary')
    ? createFinding('redirected', 'REDIRECT_TEMPORARY', `The page is shown at ${quoteText(target, 120)} for now.`, {
        notes,
      })
    : createFinding('moved', 'REDIRECT_PERMANENT', `The page moved to ${quoteText(target, 120)}.`, {
        notes,
        suggestion: suggestMove(page, target),
      });
}

/** How each hop came to be. A hop after an answer that is no redirect is the same request again. */
function listSteps(hops: readonly Hop[]): ('permanent' | 'temporary')[] {
  return hops.slice(1).flatMap((hop, index) => {
    const { status = 0 } = hops[index] ?? {};
    if (hop.via === 'meta-refresh') return ['temporary'];
    if (status < 300 || status > 399) return [];
    return [status === 301 || status === 308 ? 'permanent' : 'temporary'];
  });
}

function suggestMove({ citation, circumstances: { control }, cited }: Page, target: string): Finding['suggestion'] {
  const from = selectAdapter(cited).derivePublicUrl(cited);
  if (withoutFragment(from) === withoutFragment(target)) return undefined;
  const isSchemeOnly = withoutFragment(from).replace(/^http:/, 'https:') === withoutFragment(target);
  const isSpellingOnly = !isSchemeOnly && simplify(from) === simplify(target);
  const parts = listParts(citation.expect);
  const isProven =
    parts.length > 0 && (control === undefined || findWeakParts(citation.expect, control).length < parts.length);
  const kind = isSchemeOnly ? 'https' : 'permanent-redirect';
  return suggest(kind, target, isProven && !isSpellingOnly ? 'high' : 'low');
}

function simplify(url: string): string {
  return withoutFragment(url)
    .replace(/\/(?=\?|$)/, '')
    .toLowerCase();
}

function withoutFragment(url: string): string {
  return url.replace(/#[^]*$/, '');
}
