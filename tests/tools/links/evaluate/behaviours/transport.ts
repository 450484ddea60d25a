import type { FailureCode } from '#tools/links/exchange.ts';
import { answer, fail, refuse } from '../exchanges.ts';
import { ok, type Behaviour } from './behaviour.ts';

const gzip = { 'content-type': 'text/html', 'content-encoding': 'gzip' };

/** What a failure of the transport is called is decided where it happens; its verdict here. */
function fails(row: string, does: string, code: FailureCode, verdict: 'unreachable' | 'tls-error'): Behaviour {
  const detail = `The connection failed: ${code}.`;
  return { row, does, exchange: fail(code, detail), finding: { verdict, code, detail, notes: [] } };
}

export const transportBehaviours: readonly Behaviour[] = [
  fails('13', 'redirects eleven times', 'REDIRECT_LIMIT', 'unreachable'),
  fails('14', 'redirects to nowhere', 'BAD_REDIRECT', 'unreachable'),
  {
    row: '16',
    does: 'redirects from https to http',
    exchange: refuse('DOWNGRADE', 'The chain led from https to http.'),
    finding: { verdict: 'refused', code: 'DOWNGRADE', detail: 'The chain led from https to http.', notes: [] },
  },
  fails('73', 'has a name server that does not answer', 'DNS_TEMPORARY', 'unreachable'),
  fails('74', 'refuses the connection', 'CONNECT_REFUSED', 'unreachable'),
  fails('74 (reset)', 'resets the connection', 'RESET', 'unreachable'),
  {
    row: '74a',
    does: 'closes in the middle of the body, after what is expected',
    exchange: answer({ content: '<h1>Queues</h1>asyncio.Queue', fault: 'closed' }),
    finding: { ...ok, notes: ['The page was cut after 28 bytes; what is expected stands before that.'] },
  },
  {
    row: '74b',
    does: 'closes in the middle of the body, before what is expected',
    exchange: answer({ content: '<h1>Queues</h1>Use', fault: 'closed' }),
    finding: {
      verdict: 'unreachable',
      code: 'CLOSED',
      detail: 'The connection broke after 18 bytes of the page.',
      notes: [],
    },
  },
  {
    row: '74c',
    does: 'closes before the first byte of the body',
    exchange: answer({ content: '', fault: 'closed' }),
    finding: {
      verdict: 'unreachable',
      code: 'CLOSED',
      detail: 'The connection broke after 0 bytes of the page.',
      notes: [],
    },
  },
  fails('75', 'accepts and stays silent', 'HEADERS_TIMEOUT', 'unreachable'),
  {
    row: '77',
    does: 'drips its body until the deadline',
    exchange: answer({ content: '<h1>Queues</h1>Use', fault: 'deadline' }),
    finding: {
      verdict: 'unverified',
      code: 'TRUNCATED',
      detail: 'The page was cut after 18 bytes, and what is expected may stand beyond.',
      notes: [],
    },
  },
  {
    row: '78',
    does: 'sends without end, what is expected first',
    exchange: answer({ content: '<h1>Queues</h1>asyncio.Queue', fault: 'size' }),
    finding: { ...ok, notes: ['The page was cut after 28 bytes; what is expected stands before that.'] },
  },
  fails('79', 'sends lengths that contradict each other', 'BAD_HTTP', 'unreachable'),
  {
    row: '81',
    does: 'breaks its coding off, after what is expected',
    exchange: answer({ headers: gzip, fault: 'coding-broken' }),
    finding: {
      verdict: 'unverified',
      code: 'CODING_BROKEN',
      detail: 'The content coding `gzip` could not be undone.',
      notes: [],
    },
  },
  {
    row: '81b',
    does: 'uses a coding that nobody knows',
    exchange: answer({ headers: { ...gzip, 'content-encoding': 'zpaq' }, content: '', fault: 'coding-unknown' }),
    finding: {
      verdict: 'unverified',
      code: 'CODING_UNKNOWN',
      detail: 'The content coding `zpaq` could not be undone.',
      notes: [],
    },
  },
  {
    row: '82',
    does: 'answers 404 with a coded body',
    exchange: answer({ status: 404, headers: gzip, content: 'Not found' }),
    finding: {
      verdict: 'gone',
      code: 'HTTP_404',
      detail: 'The server answered 404: the page is not there.',
      notes: [],
    },
  },
  fails('85', 'has an expired certificate', 'TLS_EXPIRED', 'tls-error'),
  fails('85 (self-signed)', 'signed its certificate itself', 'TLS_SELF_SIGNED', 'tls-error'),
  fails('85 (host)', 'has the certificate of another host', 'TLS_WRONG_HOST', 'tls-error'),
  {
    row: '86',
    does: 'leaves a certificate of its chain out',
    exchange: fail('TLS_CHAIN', 'The chain of certificates is incomplete.'),
    finding: {
      verdict: 'tls-error',
      code: 'TLS_CHAIN',
      detail: 'The chain of certificates is incomplete.',
      notes: [
        'The server leaves out a certificate between its own and the root; browsers may know it and show the page.',
      ],
    },
  },
  fails('87', 'speaks an old version of TLS only', 'TLS_VERSION', 'tls-error'),
  {
    row: '88',
    does: 'resolves to an address that is not public',
    exchange: refuse('ADDRESS', 'Unexpected address `127.0.0.1`, expected a public one.'),
    finding: {
      verdict: 'refused',
      code: 'ADDRESS',
      detail: 'Unexpected address `127.0.0.1`, expected a public one.',
      notes: [],
    },
  },
];
