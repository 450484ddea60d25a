import type { PageFacts } from '../page-facts.ts';

const htmlTypes = new Set(['text/html', 'application/xhtml+xml']);
const textTypes =
  /^(text\/.+|application\/(.+\+)?(json|xml|yaml)|application\/(x-yaml|toml|javascript|ecmascript|x-javascript|x-sh|x-python))$/;
const sniffedTypes = new Set(['', '*/*', 'unknown/unknown', 'application/octet-stream', 'binary/octet-stream']);

const sniffedCharacters = 16_384;
const htmlStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--|<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>])/i;

/** What can be read out of a body, by what the server calls it and by what it is. */
export function deriveKind(contentType: string, text: string): PageFacts['kind'] {
  const type = readMediaType(contentType);
  const start = text.slice(0, sniffedCharacters);
  if (!isTextual(contentType) || isBinary(start)) return 'other';
  if (sniffedTypes.has(type)) return htmlStart.test(start) ? 'html' : 'text';
  return htmlTypes.has(type) ? 'html' : 'text';
}

/** Whether the server calls the content text, or does not say what it is. */
export function isTextual(contentType: string): boolean {
  const type = readMediaType(contentType);
  return htmlTypes.has(type) || sniffedTypes.has(type) || textTypes.test(type);
}

/** `type/subtype` in lower case; empty when there is none. */
export function readMediaType(contentType: string): string {
  return /^[^;,\s]+/.exec(contentType)?.[0].toLowerCase() ?? '';
}

function isBinary(start: string): boolean {
  if (start.startsWith('%PDF-')) return true;
  const odd = start.match(/[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return odd > start.length / 50;
}
