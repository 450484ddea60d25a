import { answer, chain, createCitation, fail, refuse, renderPage, url } from '../exchanges.ts';
import { ok, type Behaviour } from './behaviour.ts';

const other = 'https://docs.example.org/guide/lists';
const gone = { verdict: 'gone', notes: [] } as const;
const unrelated = renderPage({ title: 'Lists', heading: 'Lists', body: 'Lists hold things.' });

function movedTo(target: string) {
  return {
    verdict: 'moved',
    code: 'REDIRECT_PERMANENT',
    detail: `The page moved to \`${target}\`.`,
    notes: [],
  } as const;
}

function redirectedTo(target: string) {
  return {
    verdict: 'redirected',
    code: 'REDIRECT_TEMPORARY',
    detail: `The page is shown at \`${target}\` for now.`,
    notes: [],
  } as const;
}

export const statusBehaviours: readonly Behaviour[] = [
  { row: '1', does: 'answers 200 with heading and term', exchange: answer(), finding: ok },
  {
    row: '2',
    does: 'answers 404',
    exchange: answer({ status: 404, content: 'no' }),
    finding: { ...gone, code: 'HTTP_404', detail: 'The server answered 404: the page is not there.' },
  },
  {
    row: '2b',
    does: 'answers 404 for a page that has another address',
    citation: { fallbacks: [other] },
    exchange: answer({ status: 404, content: 'no' }),
    finding: {
      ...gone,
      code: 'HTTP_404',
      detail: 'The server answered 404: the page is not there.',
      suggestion: { kind: 'versioned', value: other, confidence: 'low' },
    },
  },
  {
    row: '2c',
    does: 'answers 404 with a form for signing in',
    exchange: answer({ status: 404, content: '<h1>Not found</h1><input type="password">' }),
    finding: { ...gone, code: 'HTTP_404', detail: 'The server answered 404: the page is not there.' },
  },
  {
    row: '3',
    does: 'answers 410',
    exchange: answer({ status: 410, content: '' }),
    finding: { ...gone, code: 'HTTP_410', detail: 'The server answered 410: the page is not there.' },
  },
  {
    row: '4',
    does: 'answers 404 for all citations of the host at once',
    exchange: answer({ status: 404, content: 'no' }),
    given: { allCitationsOfHostGone: true },
    finding: {
      verdict: 'blocked',
      code: 'HOST_GONE',
      detail: 'The host answered 404 for every page that is cited from it.',
      notes: [],
    },
  },
  {
    row: '6',
    does: 'answers 301 to a page that meets the expectation',
    exchange: answer({ hops: chain(url, 301, other) }),
    finding: { ...movedTo(other), suggestion: { kind: 'permanent-redirect', value: other, confidence: 'high' } },
  },
  {
    row: '6b',
    does: 'answers 308 and then 301',
    exchange: answer({ hops: chain(url, 308, 'https://docs.example.org/a', 301, other) }),
    finding: { ...movedTo(other), suggestion: { kind: 'permanent-redirect', value: other, confidence: 'high' } },
  },
  {
    row: '6c',
    does: 'answers 301 where nothing but existence is expected',
    citation: { expect: {} },
    exchange: answer({ hops: chain(url, 301, other) }),
    finding: { ...movedTo(other), suggestion: { kind: 'permanent-redirect', value: other, confidence: 'low' } },
  },
  {
    row: '6d',
    does: 'answers 301 for the raw file of a page on GitHub',
    citation: {
      url: 'https://github.com/old/tool/blob/v1.0/work.py#L2',
      expect: { terms: ['asyncio.Queue'] },
    },
    exchange: answer({
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      content: 'import asyncio\nqueue = asyncio.Queue()\n',
      hops: chain(
        'https://raw.githubusercontent.com/old/tool/v1.0/work.py',
        301,
        'https://raw.githubusercontent.com/new/tool/v1.0/work.py',
      ),
    }),
    finding: {
      ...movedTo('https://github.com/new/tool/blob/v1.0/work.py#L2'),
      suggestion: {
        kind: 'permanent-redirect',
        value: 'https://github.com/new/tool/blob/v1.0/work.py#L2',
        confidence: 'high',
      },
    },
  },
  {
    row: '7',
    does: 'answers 302 to a page that meets the expectation',
    exchange: answer({ hops: chain(url, 302, other) }),
    finding: redirectedTo(other),
  },
  {
    row: '7b',
    does: 'answers 307 to the same URL once',
    exchange: answer({ hops: chain(url, 307, url) }),
    finding: redirectedTo(url),
  },
  {
    row: '8',
    does: 'answers 301 and then 302',
    exchange: answer({ hops: chain(url, 301, 'https://docs.example.org/a', 302, other) }),
    finding: redirectedTo(other),
  },
  {
    row: '9',
    does: 'answers 301 to a page that does not meet the expectation',
    exchange: answer({ hops: chain(url, 301, other), content: unrelated }),
    finding: {
      verdict: 'drifted',
      code: 'EXPECT_HEADING',
      detail: 'The page does not have the heading `Queues`.',
      notes: ['The page does not say `asyncio.Queue`.'],
    },
  },
  {
    row: '10',
    does: 'answers 301 to the root of the site',
    exchange: answer({ hops: chain(url, 301, 'https://docs.example.org/'), content: unrelated }),
    finding: { verdict: 'soft-404', code: 'SOFT_404_ROOT', detail: 'The chain ended at a home page.', notes: [] },
  },
  {
    row: '10b',
    does: 'answers 302 to a search',
    exchange: answer({ hops: chain(url, 302, 'https://docs.example.org/search?q=queues'), content: unrelated }),
    finding: { verdict: 'soft-404', code: 'SOFT_404_SEARCH', detail: 'The chain ended at a search.', notes: [] },
  },
  {
    row: '10c',
    does: 'answers 302 to the documentation without a key',
    citation: { url: 'https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=AWSGI' },
    exchange: answer({
      hops: chain(
        'https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=AWSGI',
        302,
        'https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls',
      ),
      content: unrelated,
    }),
    finding: {
      verdict: 'soft-404',
      code: 'SOFT_404_ROOT',
      detail: 'The chain ended at a home page.',
      notes: [],
      suggestion: {
        kind: 'versioned',
        value: 'https://docs.intersystems.com/iris20261/csp/docbook/DocBook.UI.Page.cls?KEY=AWSGI',
        confidence: 'low',
      },
    },
  },
  {
    row: '11',
    does: 'answers 302 to a login',
    exchange: answer({
      hops: chain(url, 302, 'https://docs.example.org/login?next=/guide/queues'),
      content: unrelated,
    }),
    finding: { verdict: 'blocked', code: 'LOGIN', detail: 'The chain ended at a page for signing in.', notes: [] },
  },
  {
    row: '11b',
    does: 'answers 200 with a form for signing in',
    exchange: answer({ content: '<h1>Welcome</h1><form><input name=p TYPE=Password></form>' }),
    finding: { verdict: 'blocked', code: 'LOGIN', detail: 'A form for signing in answered.', notes: [] },
  },
  {
    row: '11c',
    does: 'carries a form for signing in beside what is expected',
    exchange: answer({ content: `${renderPage()}<input type="password">` }),
    finding: ok,
  },
  {
    row: '12',
    does: 'redirects in a circle',
    exchange: fail('REDIRECT_LOOP', 'The chain came back to a URL it had been at.'),
    finding: {
      verdict: 'unreachable',
      code: 'REDIRECT_LOOP',
      detail: 'The chain came back to a URL it had been at.',
      notes: [],
    },
  },
  {
    row: '15',
    does: 'redirects to a file',
    exchange: refuse('SCHEME', 'Unexpected scheme `file:`, expected `http:` or `https:`.'),
    finding: {
      verdict: 'refused',
      code: 'SCHEME',
      detail: 'Unexpected scheme `file:`, expected `http:` or `https:`.',
      notes: [],
    },
  },
  {
    row: '17',
    does: 'redirects without a fragment to a page that has the cited anchor',
    citation: { url: `${url}#queues` },
    exchange: answer({ hops: chain(url, 301, other) }),
    finding: {
      ...movedTo(`${other}#queues`),
      suggestion: { kind: 'permanent-redirect', value: `${other}#queues`, confidence: 'high' },
    },
  },
  {
    row: '18',
    does: 'redirects with a fragment of its own, which the page does not have',
    citation: { url: `${url}#queues` },
    exchange: answer({ hops: chain(url, 301, `${other}#section`) }),
    finding: {
      verdict: 'anchor-missing',
      code: 'ANCHOR',
      detail: 'The page does not have the anchor `section`.',
      notes: [],
    },
  },
  {
    row: '19',
    does: 'answers 300',
    exchange: answer({ status: 300 }),
    finding: {
      verdict: 'unverified',
      code: 'HTTP_300',
      detail: 'The server answered 300, which says nothing about the page.',
      notes: [],
    },
  },
  {
    row: '19b',
    does: 'answers 304 without having been asked for changes',
    exchange: answer({ status: 304, content: '' }),
    finding: {
      verdict: 'unverified',
      code: 'HTTP_304',
      detail: 'The server answered 304, which says nothing about the page.',
      notes: [],
    },
  },
  {
    row: '19c',
    does: 'answers 304 when asked for changes',
    exchange: answer({ status: 304, content: '' }),
    given: { isConditional: true },
    finding: ok,
  },
  {
    row: '20',
    does: 'refreshes at once to the new page',
    exchange: answer({
      hops: [
        { url, status: 200 },
        { url: other, status: 200, via: 'meta-refresh' },
      ],
    }),
    finding: redirectedTo(other),
  },
  {
    row: '21',
    does: 'answers 308 for a slash at the end',
    exchange: answer({ hops: chain(url, 308, `${url}/`) }),
    finding: { ...movedTo(`${url}/`), suggestion: { kind: 'permanent-redirect', value: `${url}/`, confidence: 'low' } },
  },
  {
    row: '21b',
    does: 'answers 308 for the case of the path',
    exchange: answer({ hops: chain(url, 308, 'https://docs.example.org/Guide/Queues') }),
    finding: {
      ...movedTo('https://docs.example.org/Guide/Queues'),
      suggestion: { kind: 'permanent-redirect', value: 'https://docs.example.org/Guide/Queues', confidence: 'low' },
    },
  },
  {
    row: '22',
    does: 'answers 301 from http to https',
    citation: { url: url.replace('https', 'http') },
    exchange: answer({ hops: chain(url.replace('https', 'http'), 301, url) }),
    finding: { ...movedTo(url), suggestion: { kind: 'https', value: url, confidence: 'high' } },
  },
  {
    row: '23',
    does: 'answers 204',
    exchange: answer({ status: 204, content: '' }),
    finding: {
      verdict: 'unverified',
      code: 'HTTP_204',
      detail: 'The server answered 204: there is no content.',
      notes: [],
    },
  },
  {
    row: '23b',
    does: 'answers 200 with nothing',
    exchange: answer({ content: '' }),
    finding: {
      verdict: 'unverified',
      code: 'EMPTY_BODY',
      detail: 'The server answered with an empty page.',
      notes: [],
    },
  },
  {
    row: '23c',
    does: 'answers 200 with a page that has nothing to read',
    exchange: answer({ content: '<html><body><p> </p></body></html>' }),
    finding: {
      verdict: 'unverified',
      code: 'EMPTY_BODY',
      detail: 'The server answered with an empty page.',
      notes: [],
    },
  },
  {
    row: '24',
    does: 'answers a plain request with 206',
    exchange: answer({ status: 206 }),
    finding: {
      verdict: 'unverified',
      code: 'HTTP_206',
      detail: 'The server sent a part of the page that nobody asked for.',
      notes: [],
    },
  },
  {
    row: '25',
    does: 'answers 999',
    exchange: answer({ status: 999, content: 'no' }),
    finding: {
      verdict: 'blocked',
      code: 'HTTP_999',
      detail: 'A wall against programs answered: status 999.',
      notes: [],
    },
  },
  {
    row: '25b',
    does: 'answers 799',
    exchange: answer({ status: 799, content: 'no' }),
    finding: {
      verdict: 'unverified',
      code: 'HTTP_799',
      detail: 'The server answered 799, which says nothing about the page.',
      notes: [],
    },
  },
  {
    row: '102',
    does: 'is cited by text that is no URL',
    citation: createCitation({ url: 'docs.example.org' }),
    exchange: refuse('URL_INVALID', 'Unexpected `docs.example.org`, expected a URL.'),
    finding: {
      verdict: 'invalid',
      code: 'URL_INVALID',
      detail: 'Unexpected `docs.example.org`, expected a URL.',
      notes: [],
    },
  },
];
