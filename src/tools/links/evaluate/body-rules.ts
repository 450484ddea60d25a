import { isTextual } from '../facts/content-kind.ts';
import { hasExpectation } from './expectation.ts';
import { quoteText } from './quote-text.ts';
import { createFinding, pageRule } from './rule.ts';

export const empty = pageRule('empty', ({ answer: { status, body }, facts }) => {
  if (status === 204 || status === 205)
    return createFinding('unverified', `HTTP_${status}`, `The server answered ${status}: there is no content.`);
  const isBlank = facts.kind !== 'other' && facts.text === '' && facts.title === undefined && !facts.isShell;
  return body.bytes.length === 0 || isBlank
    ? createFinding('unverified', 'EMPTY_BODY', 'The server answered with an empty page.')
    : undefined;
});

export const partial = pageRule('partial', ({ answer }) =>
  answer.status === 206
    ? createFinding('unverified', 'HTTP_206', 'The server sent a part of the page that nobody asked for.')
    : undefined,
);

/** A coding that broke off may have hidden anything, so even what was found in it does not count. */
export const undecodable = pageRule('undecodable', ({ answer: { body, headers } }) =>
  body.fault?.startsWith('coding-') === true
    ? createFinding(
        'unverified',
        body.fault.toUpperCase().replaceAll('-', '_'),
        `The content coding ${quoteText(headers['content-encoding'] ?? '')} could not be undone.`,
      )
    : undefined,
);

export const unreadable = pageRule('unreadable', ({ citation, answer: { headers }, facts }) => {
  if (facts.kind !== 'other' || !hasExpectation(citation.expect)) return undefined;
  const type = headers['content-type'] ?? '';
  const name = type === '' ? 'without a type' : `of type ${quoteText(type)}`;
  return isTextual(type)
    ? createFinding('unverified', 'BINARY', `Unexpected binary content ${name}, expected text.`)
    : createFinding('unverified', 'CONTENT_TYPE', `Unexpected content ${name}, expected text.`);
});

/** A connection that broke before the expected words came. */
export const brokenOff = pageRule('broken-off', ({ answer: { body }, expectation }) =>
  body.fault === 'closed' && expectation.shortfalls.length > 0
    ? createFinding('unreachable', 'CLOSED', `The connection broke after ${body.bytes.length} bytes of the page.`)
    : undefined,
);

export const truncated = pageRule('truncated', ({ answer: { body }, expectation }) =>
  body.truncated && expectation.shortfalls.length > 0
    ? createFinding(
        'unverified',
        'TRUNCATED',
        `The page was cut after ${body.bytes.length} bytes, and what is expected may stand beyond.`,
      )
    : undefined,
);

export const shell = pageRule('shell', ({ facts, expectation }) =>
  facts.isShell && expectation.shortfalls.length > 0
    ? createFinding('unverified', 'SHELL', 'The page has almost no text of its own: scripts make it.')
    : undefined,
);
