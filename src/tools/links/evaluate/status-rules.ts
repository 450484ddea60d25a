import { judgeRedirects } from './redirect-rule.ts';
import { createFinding, pageRule } from './rule.ts';
import { suggestFallback } from './suggestion.ts';

/** A server that lost everything at once has a fault of its own: that says nothing about one page. */
export const hostGone = pageRule('host-gone', ({ answer, circumstances }) =>
  isGone(answer.status) && circumstances.allCitationsOfHostGone
    ? createFinding('blocked', 'HOST_GONE', `The host answered ${answer.status} for every page that is cited from it.`)
    : undefined,
);

export const gone = pageRule('gone', (page) =>
  isGone(page.answer.status)
    ? createFinding(
        'gone',
        `HTTP_${page.answer.status}`,
        `The server answered ${page.answer.status}: the page is not there.`,
        {
          suggestion: suggestFallback(page),
        },
      )
    : undefined,
);

export const serverError = pageRule('server-error', ({ answer: { status } }) =>
  (status >= 500 && status < 600) || status === 408 || status === 425
    ? createFinding('unreachable', `HTTP_${status}`, `The server answered ${status}: it could not serve the page.`)
    : undefined,
);

export const forbidden = pageRule('forbidden', ({ answer: { status } }) =>
  [401, 403, 407, 451].includes(status)
    ? createFinding(
        'blocked',
        `HTTP_${status}`,
        `The server answered ${status}, which may hold for the checker only.`,
        status === 451 ? { notes: ['The page is withheld for legal reasons.'] } : {},
      )
    : undefined,
);

/** Nothing changed since the expectation was met. */
export const notModified = pageRule('not-modified', (page) =>
  page.answer.status === 304 && page.circumstances.isConditional === true ? judgeRedirects(page) : undefined,
);

/** Any other status that is no success: a fault of the request, or nothing anybody defined. */
export const otherStatus = pageRule('other-status', ({ answer: { status } }) =>
  status < 200 || status >= 300
    ? createFinding('unverified', `HTTP_${status}`, `The server answered ${status}, which says nothing about the page.`)
    : undefined,
);

function isGone(status: number): boolean {
  return status === 404 || status === 410;
}
