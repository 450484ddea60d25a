import type { Answer } from '../exchange.ts';
import type { PageFacts } from '../page-facts.ts';
import { decodeText } from './charset.ts';
import { deriveKind, readMediaType } from './content-kind.ts';
import { readHtmlFacts } from './html-facts.ts';
import { normaliseText } from './normalise-text.ts';

const lineLimit = 500_000;

/** Facts are asked for a refresh, for each citation of a page and for a control: they are read once. */
const known = new WeakMap<Answer, PageFacts>();

/** What a page says, read out of an answer. It takes any bytes: time is linear in them, and every list is bounded. */
export function readFacts(answer: Answer): PageFacts {
  const facts = known.get(answer) ?? parseFacts(answer);
  known.set(answer, facts);
  return facts;
}

function parseFacts({ headers, body }: Answer): PageFacts {
  const contentType = headers['content-type'] ?? '';
  const text = decodeText(body.bytes, contentType);
  const kind = deriveKind(contentType, text);
  const lang = /^[a-z0-9-]+/i.exec(headers['content-language'] ?? '')?.[0];
  if (kind === 'html') {
    const facts = readHtmlFacts(text, readMediaType(contentType) === 'application/xhtml+xml');
    return facts.lang === undefined && lang !== undefined ? { ...facts, lang } : facts;
  }
  return {
    kind,
    headings: [],
    anchors: new Set(),
    text: kind === 'text' ? normaliseText(text) : '',
    lines: kind === 'text' ? text.replace(/\r?\n$/, '').split(/\r\n|\n|\r/, lineLimit) : [],
    ...(lang !== undefined && { lang }),
    hasPasswordField: false,
    isShell: false,
    banners: [],
  };
}
