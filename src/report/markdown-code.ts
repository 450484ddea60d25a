import { renderForeign } from './foreign.ts';

/**
 * A foreign text as code in a cell of a Markdown table: nothing in code is markup, a link or a mention. Backticks, which
 * would end it, become apostrophes; a bar is escaped for the table, and written as `\u007c` where a backslash
 * before it would undo that.
 */
export function renderCode(text: string): string {
  const inert = renderForeign(text)
    .trim()
    .replaceAll('`', "'")
    .replaceAll(/(\\?)\|/g, (_, backslash: string) => (backslash === '' ? String.raw`\|` : String.raw`\\u007c`));
  return inert === '' ? '' : `\`${inert}\``;
}
