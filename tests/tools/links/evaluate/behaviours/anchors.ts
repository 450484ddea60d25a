import type { Inventory } from '#tools/links/adapters/inventory.ts';
import { answer, chain, renderPage, url } from '../exchanges.ts';
import { ok, type Behaviour } from './behaviour.ts';

const file = 'https://github.com/example/tool/blob/0897cd9d02e80310bb2d8a34c976e5ebd148d63e/work.py';
const raw = 'https://raw.githubusercontent.com/example/tool/0897cd9d02e80310bb2d8a34c976e5ebd148d63e/work.py';
const plain = { 'content-type': 'text/plain; charset=utf-8' };

const inventory: Inventory = {
  kind: 'sphinx',
  entries: [
    { name: 'asyncio.Queue', role: 'py:class', location: 'library/asyncio-queue.html#asyncio.Queue' },
    { name: 'asyncio.loop.call_soon', role: 'py:method', location: 'library/asyncio-loop.html#asyncio.loop.call_soon' },
  ],
};

function renderLines(count: number, last = 'queue = asyncio.Queue()'): string {
  return [...Array.from({ length: count - 1 }, (_, index) => `line_${index + 1} = 1`), last, ''].join('\n');
}

function renderBody(body: string) {
  return answer({ content: renderPage({ body: `asyncio.Queue ${body}` }) });
}

function missing(detail: string, suggested?: string) {
  return {
    verdict: 'anchor-missing',
    code: 'ANCHOR',
    detail,
    notes: [],
    ...(suggested !== undefined && {
      suggestion: { kind: 'anchor' as const, value: suggested, confidence: 'low' as const },
    }),
  } as const;
}

function noText(text: string) {
  return {
    verdict: 'anchor-missing',
    code: 'TEXT_FRAGMENT',
    detail: `The page does not have the text \`${text}\` that the fragment points at.`,
    notes: [],
  } as const;
}

export const anchorBehaviours: readonly Behaviour[] = [
  { row: '47', does: 'has the id', citation: { url: `${url}#queues` }, exchange: answer(), finding: ok },
  {
    row: '47b',
    does: 'does not have the id, but some like it',
    citation: { url: `${url}#the-queue` },
    exchange: renderBody('<i id="a-queue"></i><i id="other-things"></i><i id="queue-the"></i>'),
    finding: missing('The page does not have the anchor `the-queue`, the nearest are `a-queue`.', `${url}#a-queue`),
  },
  {
    row: '47c',
    does: 'was cut before the id',
    citation: { url: `${url}#later` },
    exchange: answer({ fault: 'size' }),
    finding: {
      verdict: 'unverified',
      code: 'TRUNCATED',
      detail: 'The page was cut before the anchor `later` was seen.',
      notes: [],
    },
  },
  {
    row: '48',
    does: 'has a named anchor only',
    citation: { url: `${url}#old` },
    exchange: renderBody('<a name="old"></a>'),
    finding: ok,
  },
  {
    row: '48b',
    does: 'has the name on another element than a link',
    citation: { url: `${url}#old-section` },
    exchange: renderBody('<input name="old-section">'),
    finding: missing('The page does not have the anchor `old-section`.'),
  },
  {
    row: '49',
    does: 'has the id with the prefix of GitHub, on GitHub',
    citation: { url: 'https://github.com/python/asyncio/wiki/ThirdParty#Filesystem' },
    exchange: answer({
      at: 'https://github.com/python/asyncio/wiki/ThirdParty',
      content: renderPage({ body: 'asyncio.Queue <a id="user-content-filesystem"></a>' }),
    }),
    finding: ok,
  },
  {
    row: '49b',
    does: 'has the id with the prefix of GitHub, on another host',
    citation: { url: `${url}#filesystem` },
    exchange: renderBody('<a id="user-content-filesystem"></a>'),
    finding: missing('The page does not have the anchor `filesystem`.'),
  },
  {
    row: '50',
    does: 'has an id that the fragment writes with percent signs',
    citation: { url: `${url}#caf%C3%A9%20bar` },
    exchange: renderBody('<i id="café bar"></i>'),
    finding: ok,
  },
  {
    row: '50b',
    does: 'has an id with letters beyond ASCII',
    citation: { url: `${url}#café` },
    exchange: renderBody('<i id="café"></i>'),
    finding: ok,
  },
  {
    row: '50c',
    does: 'has an id that itself is written with percent signs',
    citation: { url: `${url}#METHOD_%25New` },
    exchange: renderBody('<i id="METHOD_%25New"></i>'),
    finding: ok,
  },
  {
    row: '50d',
    does: 'has an id with a percent sign, which the fragment escapes',
    citation: { url: `${url}#METHOD_%25New` },
    exchange: renderBody('<i id="METHOD_%New"></i>'),
    finding: ok,
  },
  { row: '51', does: 'has no element for the top', citation: { url: `${url}#Top` }, exchange: answer(), finding: ok },
  {
    row: '51b',
    does: 'is cited with an empty fragment',
    citation: { url: `${url}#` },
    exchange: answer(),
    finding: ok,
  },
  {
    row: '52',
    does: 'has the text of the fragment in another case',
    citation: { url: `${url}#:~:text=Pass%20Work` },
    exchange: answer(),
    finding: ok,
  },
  {
    row: '52b',
    does: 'does not have the text of the fragment',
    citation: { url: `${url}#:~:text=pass%20time` },
    exchange: answer(),
    finding: noText('pass time'),
  },
  {
    row: '52c',
    does: 'has the text as a part of a word only',
    citation: { url: `${url}#:~:text=wor` },
    exchange: answer(),
    finding: noText('wor'),
  },
  {
    row: '52d',
    does: 'has the text between prefix and suffix',
    citation: { url: `${url}#queues:~:text=to-,pass,-work` },
    exchange: answer(),
    finding: ok,
  },
  {
    row: '52e',
    does: 'has the text after another prefix',
    citation: { url: `${url}#:~:text=must-,pass` },
    exchange: answer(),
    finding: noText('pass'),
  },
  {
    row: '52f',
    does: 'has the start and the end of a range',
    citation: { url: `${url}#:~:text=Use,work,-on` },
    exchange: answer(),
    finding: ok,
  },
  {
    row: '52g',
    does: 'has the end of a range before its start only',
    citation: { url: `${url}#:~:text=work,Use` },
    exchange: answer(),
    finding: noText('work'),
  },
  {
    row: '52h',
    does: 'has one of two texts',
    citation: { url: `${url}#:~:text=work&text=play` },
    exchange: answer(),
    finding: noText('play'),
  },
  {
    row: '52i',
    does: 'was cut before the text of the fragment',
    citation: { url: `${url}#:~:text=later` },
    exchange: answer({ fault: 'deadline' }),
    finding: {
      verdict: 'unverified',
      code: 'TRUNCATED',
      detail: 'The page was cut before `later` was seen.',
      notes: [],
    },
  },
  {
    row: '53',
    does: 'has fewer lines than are cited',
    citation: { url: `${file}#L10-L20`, expect: { terms: ['asyncio.Queue'] } },
    exchange: answer({ at: raw, headers: plain, content: renderLines(15) }),
    finding: {
      verdict: 'anchor-missing',
      code: 'LINES',
      detail: 'The file has 15 lines, expected line 20.',
      notes: [],
    },
  },
  {
    row: '53b',
    does: 'has other text in the lines that are cited',
    citation: { url: `${file}#L10-L20`, expect: { terms: ['asyncio.Queue'] } },
    exchange: answer({ at: raw, headers: plain, content: renderLines(25) }),
    finding: {
      verdict: 'drifted',
      code: 'EXPECT_TERM',
      detail: 'Lines 10 to 20 do not say `asyncio.Queue`, line 25 does.',
      notes: [],
    },
  },
  {
    row: '53c',
    does: 'has the text in the line that is cited',
    citation: { url: file, expect: { terms: ['asyncio.Queue'], lines: 'L25' } },
    exchange: answer({ at: raw, headers: plain, content: renderLines(25) }),
    finding: ok,
  },
  {
    row: '53f',
    does: 'has the text in another line than the one that is cited beside the URL',
    citation: { url: file, expect: { terms: ['asyncio.Queue'], lines: 'L2' } },
    exchange: answer({ at: raw, headers: plain, content: renderLines(25) }),
    finding: {
      verdict: 'drifted',
      code: 'EXPECT_TERM',
      detail: 'Line 2 does not say `asyncio.Queue`, line 25 does.',
      notes: [],
    },
  },
  {
    row: '53d',
    does: 'shows a page around the file',
    citation: { url: `${file}#L1`, expect: { terms: ['asyncio.Queue'] } },
    exchange: answer({ at: file }),
    finding: {
      verdict: 'unverified',
      code: 'LINES_UNREADABLE',
      detail: 'Unexpected page around the file, expected its plain text.',
      notes: [],
    },
  },
  {
    row: '53e',
    does: 'was cut before the lines that are cited',
    citation: { url: `${file}#L30`, expect: {} },
    exchange: answer({ at: raw, headers: plain, content: renderLines(15), fault: 'size' }),
    finding: {
      verdict: 'unverified',
      code: 'TRUNCATED',
      detail: 'The file was cut after 15 lines, expected line 30.',
      notes: [],
    },
  },
  {
    row: '54',
    does: 'has the file unchanged at a branch',
    citation: { url: 'https://github.com/example/tool/blob/main/work.py#L2', expect: { terms: ['asyncio.Queue'] } },
    exchange: answer({
      at: 'https://raw.githubusercontent.com/example/tool/main/work.py',
      headers: plain,
      content: renderLines(2),
    }),
    finding: ok,
  },
  {
    row: '55',
    does: 'renamed an anchor of the Python documentation, whose inventory knows the new place',
    citation: { url: 'https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.call_soon' },
    exchange: answer({ at: 'https://docs.python.org/3/library/asyncio-eventloop.html' }),
    given: { inventory },
    finding: missing(
      'The page does not have the anchor `asyncio.loop.call_soon`.',
      'https://docs.python.org/3/library/asyncio-loop.html#asyncio.loop.call_soon',
    ),
  },
  {
    row: '56',
    does: 'makes its anchors by scripts, on a host that is known for it',
    citation: { url: `${url}#later` },
    exchange: answer(),
    given: { shellHosts: new Set(['docs.example.org']) },
    finding: {
      verdict: 'unverified',
      code: 'ANCHOR_SCRIPTED',
      detail: 'Scripts may make the anchor `later`.',
      notes: [],
    },
  },
  {
    row: '56b',
    does: 'makes its anchors by scripts, on a host that nobody marked',
    citation: { url: `${url}#later` },
    exchange: answer(),
    finding: missing('The page does not have the anchor `later`.'),
  },
  {
    row: '56c',
    does: 'takes the fragment for a path',
    citation: { url: `${url}#/later` },
    exchange: answer(),
    finding: {
      verdict: 'unverified',
      code: 'ANCHOR_SCRIPTED',
      detail: 'Scripts may make the anchor `/later`.',
      notes: [],
    },
  },
  {
    row: '57',
    does: 'has the id in a comment and in a template only',
    citation: { url: `${url}#hidden-part` },
    exchange: renderBody('<!-- <i id="hidden-part"> --><template id="x"><i id="hidden-part"></i></template>'),
    finding: missing('The page does not have the anchor `hidden-part`.'),
  },
  {
    row: '103',
    does: 'is shared with a citation of another fragment',
    citation: { url: `${url}#queues` },
    exchange: {
      ...answer({ hops: chain(url, 302, 'https://docs.example.org/guide/2/queues') }),
      kind: 'answered',
      answer: {
        url: 'https://docs.example.org/guide/2/queues#of-another-citation',
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: { bytes: new TextEncoder().encode(renderPage()), truncated: false },
      },
    },
    finding: {
      verdict: 'redirected',
      code: 'REDIRECT_TEMPORARY',
      detail: 'The page is shown at `https://docs.example.org/guide/2/queues#queues` for now.',
      notes: [],
    },
  },
];
