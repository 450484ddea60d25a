import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';
import type { Problem } from '../problem.ts';
import { findDoctype } from './prolog.ts';

const flags = [ParseOption.XML_PARSE_NO_XXE, ParseOption.XML_PARSE_NONET, ParseOption.XML_PARSE_BIG_LINES];
const option = flags.reduce((all, flag) => all | flag);

/**
 * Parses XML so that its lines are those of the file: the text starts in `firstLine`. Nothing outside of the text is read
 * and no entity is expanded: a document type is refused before the parser sees it. The caller disposes of the document.
 */
export function readXml(text: string, firstLine = 1): { document?: XmlDocument; problems: Problem[] } {
  const xml = firstLine === 1 ? text : '\n'.repeat(firstLine - 1) + blankDeclaration(text);
  const doctype = findDoctype(xml);
  if (doctype !== undefined) {
    const reason = 'Unexpected document type, expected none: entities are not expanded';
    return { problems: [{ ...doctype, reason }] };
  }
  try {
    return { document: XmlDocument.fromString(xml, { option }), problems: [] };
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return { problems: [renderError(error, firstLine)] };
  }
}

/** The XML declaration may stand at the very start only, so further down blanks take its place. */
function blankDeclaration(text: string): string {
  const start = text.length - text.trimStart().length;
  const end = text.indexOf('?>', start) + 2;
  if (!text.startsWith('<?xml ', start) || end < 2) return text;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}

/** The first error of the parser, since it causes the others. */
function renderError({ details: [first] }: XmlLibError, firstLine: number): Problem {
  if (first === undefined) return { line: firstLine, column: 1, reason: 'Unexpected empty text, expected XML' };
  return {
    line: first.line,
    column: Math.max(first.col, 1),
    reason: 'Unexpected text, expected well-formed XML',
    hint: first.message.trim(),
  };
}
