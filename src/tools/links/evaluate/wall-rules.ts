import { findChallenge } from './challenge.ts';
import type { Page } from './case.ts';
import { createFinding, pageRule } from './rule.ts';

/** A page that says what is expected is no wall, whatever else it carries. */
export const challenge = pageRule('challenge', ({ answer, facts, expectation }) => {
  const wall = isMet(answer.status, expectation) ? undefined : findChallenge(answer, facts);
  return wall === undefined
    ? undefined
    : createFinding(
        'blocked',
        answer.status === 999 ? 'HTTP_999' : 'CHALLENGE',
        `A wall against programs answered: ${wall}.`,
      );
});

const loginSegment = /^(log[-_]?in|sign[-_]?in|log[-_]?on|sso|auth|authenticate|oauth2?|idp|saml2?)(\.\w{1,5})?$/i;

export const login = pageRule('login', ({ answer, facts, cited, final, expectation }) => {
  if (!isSuccess(answer.status) || expectation.shortfalls.length === 0) return undefined;
  if (isLogin(final) && !isLogin(cited))
    return createFinding('blocked', 'LOGIN', 'The chain ended at a page for signing in.');
  return facts.hasPasswordField ? createFinding('blocked', 'LOGIN', 'A form for signing in answered.') : undefined;
});

export const rateLimit = pageRule('rate-limit', ({ answer }) =>
  answer.status === 429
    ? createFinding('blocked', 'HTTP_429', 'The server still asks for fewer requests after the retries.')
    : undefined,
);

function isMet(status: number, { shortfalls }: Page['expectation']): boolean {
  return isSuccess(status) && shortfalls.length === 0;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isLogin(url: URL): boolean {
  return url.pathname.split('/').some((segment) => loginSegment.test(segment));
}
