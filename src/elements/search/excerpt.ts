/** A run of an excerpt's text, and whether it is what the reader looked for. */
export interface ExcerptPart {
  text: string;
  isMatch: boolean;
}

/**
 * Reads an excerpt of Pagefind: text in which `<` and `>` stand as references, and matches in `<mark>`, with the punctuation
 * beside them, which is left out of the match here. Whatever else looks like markup is text.
 */
export function parseExcerpt(excerpt: string): ExcerptPart[] {
  return excerpt
    .split(/<mark>(.*?)<\/mark>/s)
    .flatMap((part, index) => {
      const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      return index % 2 === 1 ? separatePunctuation(text) : [{ text, isMatch: false }];
    })
    .filter(({ text }) => text !== '');
}

function separatePunctuation(match: string): ExcerptPart[] {
  const [, before = '', word = match, after = ''] = /^([^\p{L}\p{N}%$_]*)(.*?)([^\p{L}\p{N}_]*)$/su.exec(match) ?? [];
  return [
    { text: before, isMatch: false },
    { text: word, isMatch: true },
    { text: after, isMatch: false },
  ];
}
