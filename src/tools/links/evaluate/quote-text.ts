/** A text of the page or of the citation within a sentence, cut where it would fill it. */
export function quoteText(text: string, limit = 60): string {
  return `\`${text.length > limit ? `${text.slice(0, limit - 1)}…` : text}\``;
}
