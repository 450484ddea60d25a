import { answer, fail, refuse, renderPage } from '../exchanges.ts';
import { ok, type Behaviour } from './behaviour.ts';

const html = { 'content-type': 'text/html' };

function wall(name: string, code = 'CHALLENGE') {
  return { verdict: 'blocked', code, detail: `A wall against programs answered: ${name}.`, notes: [] } as const;
}

function unreachable(status: number) {
  return {
    verdict: 'unreachable',
    code: `HTTP_${status}`,
    detail: `The server answered ${status}: it could not serve the page.`,
    notes: [],
  } as const;
}

function blocked(status: number) {
  return {
    verdict: 'blocked',
    code: `HTTP_${status}`,
    detail: `The server answered ${status}, which may hold for the checker only.`,
    notes: [],
  } as const;
}

export const wallBehaviours: readonly Behaviour[] = [
  {
    row: '58',
    does: 'answers 429 and then 200',
    exchange: answer({
      hops: [
        { url: 'https://docs.example.org/guide/queues', status: 429 },
        { url: 'https://docs.example.org/guide/queues', status: 200 },
      ],
    }),
    finding: ok,
  },
  {
    row: '61',
    does: 'answers 429 for ever',
    exchange: answer({ status: 429, headers: { 'retry-after': '9999999999' }, content: 'slow down' }),
    finding: {
      verdict: 'blocked',
      code: 'HTTP_429',
      detail: 'The server still asks for fewer requests after the retries.',
      notes: [],
    },
  },
  {
    row: '62',
    does: 'answers 403 and calls it a challenge',
    exchange: answer({ status: 403, headers: { ...html, 'cf-mitigated': 'challenge' }, content: 'x' }),
    finding: wall('Cloudflare'),
  },
  ...[200, 202, 503].map((status) => ({
    row: `63 (${status})`,
    does: `answers ${status} with a challenge`,
    exchange: answer({
      status,
      headers: { ...html, server: 'cloudflare' },
      content: renderPage({ title: 'Just a moment...', heading: 'Checking', body: 'Wait.' }),
    }),
    finding: wall('Cloudflare'),
  })),
  ...(
    [
      ['Anubis', { title: 'Making sure you&#39;re not a bot!' }, {}],
      ['AWS WAF', {}, { 'x-amzn-waf-action': 'challenge' }],
      ['Vercel', {}, { 'x-vercel-mitigated': 'challenge' }],
      ['DDoS-Guard', { title: 'DDOS-GUARD' }, { server: 'ddos-guard' }],
      ['Akamai', { title: 'Access Denied' }, { server: 'AkamaiGHost' }],
      ['Akamai', { title: 'Access Denied', body: 'Reference #18.2f5e1602.17' }, {}],
      ['Imperva', { body: 'Incapsula incident ID: 4-7' }, {}],
      ['Sucuri', { title: 'Sucuri WebSite Firewall - Access Denied' }, {}],
      ['PerimeterX', { title: 'Access to this page has been denied.' }, {}],
      ['Fastly', { title: 'Client Challenge' }, {}],
    ] as const
  ).map(([name, page, headers], index) => ({
    row: `63.${index + 1}`,
    does: `answers 200 with the wall of ${name}`,
    exchange: answer({
      headers: { ...html, ...headers },
      content: renderPage({ heading: 'Wait', title: 'Wait', body: 'Wait.', ...page }),
    }),
    finding: wall(name),
  })),
  {
    row: '63b',
    does: 'sits behind a wall that lets the page through',
    exchange: answer({ headers: { ...html, server: 'cloudflare', 'cf-mitigated': 'none' } }),
    finding: ok,
  },
  { row: '64', does: 'answers 403 without a sign of a wall', exchange: answer({ status: 403 }), finding: blocked(403) },
  {
    row: '65',
    does: 'answers 401',
    exchange: answer({ status: 401, headers: { ...html, 'www-authenticate': 'Basic' } }),
    finding: blocked(401),
  },
  { row: '65b', does: 'answers 407', exchange: answer({ status: 407 }), finding: blocked(407) },
  {
    row: '66',
    does: 'answers 451',
    exchange: answer({ status: 451 }),
    finding: { ...blocked(451), notes: ['The page is withheld for legal reasons.'] },
  },
  {
    row: '67',
    does: 'answers 404 to programs and 200 to a browser',
    exchange: answer({ status: 404, content: renderPage() }),
    finding: {
      verdict: 'gone',
      code: 'HTTP_404',
      detail: 'The server answered 404: the page is not there.',
      notes: [],
    },
  },
  { row: '68', does: 'answers 503 once', exchange: answer({ status: 503, content: 'x' }), finding: unreachable(503) },
  { row: '68b', does: 'answers 200 in the second pass', exchange: answer(), finding: ok },
  { row: '69', does: 'answers 500', exchange: answer({ status: 500 }), finding: unreachable(500) },
  { row: '69b', does: 'answers 408', exchange: answer({ status: 408 }), finding: unreachable(408) },
  { row: '69c', does: 'answers 425', exchange: answer({ status: 425 }), finding: unreachable(425) },
  {
    row: '69d',
    does: 'answers 406',
    exchange: answer({ status: 406, content: renderPage({ body: 'Not acceptable' }) }),
    finding: {
      verdict: 'unverified',
      code: 'HTTP_406',
      detail: 'The server answered 406, which says nothing about the page.',
      notes: [],
    },
  },
  {
    row: '70',
    does: 'keeps programs out by robots.txt',
    exchange: refuse('ROBOTS', 'robots.txt disallows `/guide/`.'),
    finding: { verdict: 'unverified', code: 'ROBOTS', detail: 'robots.txt disallows `/guide/`.', notes: [] },
  },
  {
    row: '72',
    does: 'is a host that nobody knows',
    exchange: fail('DNS_NXDOMAIN', 'No such host: `docs.example.org`.'),
    finding: {
      verdict: 'no-such-host',
      code: 'DNS_NXDOMAIN',
      detail: 'No such host: `docs.example.org`.',
      notes: [],
    },
  },
];
