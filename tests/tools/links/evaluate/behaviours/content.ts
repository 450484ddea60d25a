import { answer, createControl, renderPage, url } from '../exchanges.ts';
import { noTerm, ok, type Behaviour } from './behaviour.ts';

const home = 'https://docs.example.org/';
const plainTerm = { expect: { terms: ['asyncio.Queue'] } };
const shell =
  '<html><head><title>App</title><script src="/a.js"></script></head><body><div id="root"></div><noscript>asyncio.Queue needs JavaScript.</noscript></body></html>';
const chatter =
  'InterSystems documentation. Here is a list of all books that may be read in this place, and how to find others.';

/** Text in which every character is one byte of Windows-1252. */
function encodeWindows1252(text: string): Uint8Array {
  const special: Record<string, number> = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 };
  return Uint8Array.from(text, (character) => special[character] ?? character.charCodeAt(0));
}

function encodeUtf16(text: string): Uint8Array {
  return Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
}

export const contentBehaviours: readonly Behaviour[] = [
  {
    row: '27',
    does: 'answers 200 with a template for missing pages',
    exchange: answer({ content: renderPage({ title: 'Page Not Found', heading: 'Oh dear', body: 'Try the search.' }) }),
    finding: {
      verdict: 'soft-404',
      code: 'SOFT_404_TITLE',
      detail: 'The page calls itself `Page Not Found`.',
      notes: [],
    },
  },
  {
    row: '28',
    does: 'shows a page about errors of the kind 404',
    citation: { expect: { heading: '404 Not Found errors' } },
    exchange: answer({ content: renderPage({ title: 'Error 404: not found', heading: '404 Not Found errors' }) }),
    finding: ok,
  },
  {
    row: '29',
    does: 'shows one page for any key',
    exchange: answer({ content: `<title>Docs</title><p>${chatter}` }),
    given: { control: createControl(chatter, 'Docs') },
    finding: {
      verdict: 'soft-404',
      code: 'SOFT_404_CONTROL',
      detail: 'The host shows the same page for a page that cannot exist.',
      notes: [],
    },
  },
  {
    row: '29b',
    does: 'shows one page for any key, on which the expectation stands',
    citation: { expect: { terms: ['InterSystems'] } },
    exchange: answer({ content: `<title>Docs</title><p>${chatter}` }),
    given: { control: createControl(chatter, 'Docs') },
    finding: {
      verdict: 'unverified',
      code: 'EXPECT_WEAK',
      detail: 'The host shows the same page, with all that is expected of it, for a page that cannot exist.',
      notes: [],
    },
  },
  {
    row: '29c',
    does: 'shows one page for any key, of which nothing is expected',
    citation: { expect: {} },
    exchange: answer({ content: `<title>Docs</title><p>${chatter}` }),
    given: { control: createControl(chatter, 'Docs') },
    finding: {
      verdict: 'unverified',
      code: 'EXPECT_WEAK',
      detail: 'The host shows the same page, with all that is expected of it, for a page that cannot exist.',
      notes: [],
    },
  },
  {
    row: '30',
    does: 'shows the home page for any path, and the home page is cited',
    citation: { url: home, expect: { terms: ['InterSystems'] } },
    exchange: answer({ at: home, content: `<title>Docs</title><p>${chatter}` }),
    given: { control: createControl(chatter, 'Docs') },
    finding: {
      ...ok,
      notes: ['The expected term `InterSystems` also stands on the page for a URL that cannot exist.'],
    },
  },
  {
    row: '31',
    does: 'changed the title, and kept heading and quote',
    citation: { expect: { title: 'All about queues', heading: 'Queues', quote: 'pass work on' } },
    exchange: answer({ content: renderPage({ title: 'Handing over' }) }),
    finding: { ...ok, notes: ['The title is `Handing over`, expected `All about queues`.'] },
  },
  {
    row: '31b',
    does: 'changed the title, and nothing else is known of the page',
    citation: { expect: { title: 'All about queues' } },
    exchange: answer({ content: renderPage({ title: 'Handing over' }) }),
    finding: {
      verdict: 'drifted',
      code: 'EXPECT_TITLE',
      detail: 'The title is `Handing over`, expected `All about queues`.',
      notes: [],
    },
  },
  {
    row: '32',
    does: 'kept the heading and lost the term',
    exchange: answer({ content: renderPage({ body: 'Hand work on.' }) }),
    finding: noTerm,
  },
  {
    row: '32b',
    does: 'has the heading under a new name',
    exchange: answer({ content: renderPage({ heading: 'Queue' }) }),
    finding: {
      verdict: 'drifted',
      code: 'EXPECT_HEADING',
      detail: 'The page does not have the heading `Queues`, the nearest is `Queue`.',
      notes: [],
    },
  },
  {
    row: '33',
    does: 'has the term in scripts, comments, attributes and templates only',
    exchange: answer({
      content: renderPage({
        body: '<script>asyncio.Queue</script><!-- asyncio.Queue --><i title="asyncio.Queue"></i><template>asyncio.Queue</template><style>asyncio.Queue</style>Hand on.',
      }),
    }),
    finding: noTerm,
  },
  {
    row: '34',
    does: 'splits the term over tags, entities, hard spaces and soft hyphens',
    citation: { expect: { terms: ['asyncio.Queue', 'a full queue'], quote: 'wait until a slot is free' } },
    exchange: answer({
      content: renderPage({
        body: '<code>asyn<wbr>cio<b>.Que</b>&#117;e</code>: a&nbsp;full qu&shy;eue <p>wait\n until<br>a slot</p><p>is free</p>',
      }),
    }),
    finding: ok,
  },
  {
    row: '35',
    does: 'writes the term in another Unicode form and with curly quotes',
    citation: { expect: { quote: `it's "na\u00efve"`, terms: ['caf\u00e9'] } },
    exchange: answer({ content: renderPage({ body: 'it’s “nai\u0308ve” in a cafe\u0301' }) }),
    finding: ok,
  },
  {
    row: '36',
    does: 'shows a shell that scripts fill',
    citation: plainTerm,
    exchange: answer({ content: shell }),
    given: { control: createControl('App') },
    finding: {
      verdict: 'unverified',
      code: 'SHELL',
      detail: 'The page has almost no text of its own: scripts make it.',
      notes: [],
    },
  },
  {
    row: '37',
    does: 'has the term beyond the limit of size',
    exchange: answer({ content: '<h1>Queues</h1>Use', fault: 'size' }),
    finding: {
      verdict: 'unverified',
      code: 'TRUNCATED',
      detail: 'The page was cut after 18 bytes, and what is expected may stand beyond.',
      notes: [],
    },
  },
  {
    row: '38',
    does: 'says UTF-8 and sends Windows-1252',
    citation: { expect: { quote: 'the “café” – it’s open' } },
    exchange: answer({ content: encodeWindows1252(renderPage({ body: 'the “café” – it’s open' })) }),
    finding: ok,
  },
  {
    row: '38b',
    does: 'has a byte order mark that its header contradicts',
    citation: { expect: { quote: 'the “café” – it’s open' } },
    exchange: answer({
      headers: { 'content-type': 'text/html; charset=iso-8859-1' },
      content: encodeUtf16(renderPage({ body: 'the “café” – it’s open' })),
    }),
    finding: ok,
  },
  {
    row: '38c',
    does: 'names no charset',
    citation: { expect: { quote: 'the “café” – it’s open' } },
    exchange: answer({
      headers: { 'content-type': 'text/html' },
      content: renderPage({ body: 'the “café” – it’s open' }),
    }),
    finding: ok,
  },
  {
    row: '39',
    does: 'sends binary data as HTML',
    exchange: answer({ content: Uint8Array.from({ length: 3000 }, (_, index) => (index * 97) % 256) }),
    finding: {
      verdict: 'unverified',
      code: 'BINARY',
      detail: 'Unexpected binary content of type `text/html; charset=utf-8`, expected text.',
      notes: [],
    },
  },
  {
    row: '40',
    does: 'sends a PDF',
    exchange: answer({ headers: { 'content-type': 'application/pdf' }, content: '%PDF-1.7 asyncio.Queue' }),
    finding: {
      verdict: 'unverified',
      code: 'CONTENT_TYPE',
      detail: 'Unexpected content of type `application/pdf`, expected text.',
      notes: [],
    },
  },
  {
    row: '40c',
    does: 'sends a PDF beyond the limit of size',
    exchange: answer({ headers: { 'content-type': 'application/pdf' }, content: '%PDF-1.7', fault: 'size' }),
    finding: {
      verdict: 'unverified',
      code: 'CONTENT_TYPE',
      detail: 'Unexpected content of type `application/pdf`, expected text.',
      notes: [],
    },
  },
  {
    row: '40b',
    does: 'sends a PDF of which only existence is expected',
    citation: { url: `${url}#page=3`, expect: {} },
    exchange: answer({ headers: { 'content-type': 'application/pdf' }, content: '%PDF-1.7' }),
    finding: ok,
  },
  {
    row: '41',
    does: 'sends XHTML',
    exchange: answer({
      headers: { 'content-type': 'application/xhtml+xml' },
      content:
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script src="a.js"/><title>Queues</title></head><body><h1>Queues</h1><p>asyncio.Queue</p></body></html>',
    }),
    finding: ok,
  },
  {
    row: '41b',
    does: 'writes the content type in capitals',
    exchange: answer({ headers: { 'content-type': 'TEXT/HTML; Charset="UTF-8"' } }),
    finding: ok,
  },
  { row: '42', does: 'names no content type for HTML', exchange: answer({ headers: {} }), finding: ok },
  {
    row: '42b',
    does: 'names no content type for an image',
    exchange: answer({ headers: {}, content: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) }),
    finding: {
      verdict: 'unverified',
      code: 'BINARY',
      detail: 'Unexpected binary content without a type, expected text.',
      notes: [],
    },
  },
  {
    row: '43',
    does: 'is a parked domain',
    exchange: answer({
      content: renderPage({ title: 'example.org is for sale', heading: 'Buy this domain', body: 'Sponsored listings' }),
    }),
    finding: {
      verdict: 'drifted',
      code: 'EXPECT_HEADING',
      detail: 'The page does not have the heading `Queues`.',
      notes: ['The page does not say `asyncio.Queue`.'],
    },
  },
  {
    row: '45',
    does: 'shows a banner that says it is superseded',
    exchange: answer({ content: `<p>This document has been superseded by the new guide.</p>${renderPage()}` }),
    finding: { ...ok, notes: ['The page says: `This document has been superseded by the new guide.`.'] },
  },
  {
    row: '46',
    does: 'shows another language',
    exchange: answer({
      content: renderPage({ heading: 'Schlangen', title: 'Schlangen' }).replace('lang="en"', 'lang="de-DE"'),
    }),
    finding: {
      verdict: 'drifted',
      code: 'EXPECT_HEADING',
      detail: 'The page does not have the heading `Queues`.',
      notes: ['The page is in `de-DE`, expected `en`.'],
    },
  },
];
