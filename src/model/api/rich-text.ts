import type { RichText } from '#schema/api/rich-text.ts';

const codeMarks = /`([^`]+)`/g;

/** A sentence without its marks of code. */
export function renderPlainText(text: string): string {
  return text.replaceAll(codeMarks, '$1');
}

/** A sentence as HTML: everything is escaped, and what stands in backticks is code. */
export function renderInlineHtml(text: string): string {
  return escapeHtml(text).replaceAll(codeMarks, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The two fields of a sentence; both are null when there is none. */
export function deriveRichText<Name extends string>(name: Name, text: string): RichText<Name>;
export function deriveRichText<Name extends string>(
  name: Name,
  text: string | undefined,
): Record<keyof RichText<Name>, string | null>;
export function deriveRichText(name: string, text: string | undefined): Record<string, string | null> {
  return {
    [`${name}_text`]: text === undefined ? null : renderPlainText(text),
    [`${name}_html`]: text === undefined ? null : renderInlineHtml(text),
  };
}

/** A sentence of a list. */
export function deriveSentence(text: string): { text: string; html: string } {
  return { text: renderPlainText(text), html: renderInlineHtml(text) };
}
