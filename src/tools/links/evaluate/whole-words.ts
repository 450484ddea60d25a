/** Characters that make a word where words stand apart: not those of scripts that are written without spaces. */
const wordCharacter = /[[\p{L}\p{N}_]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]]/v;

/** Where a phrase stands in a text without cutting a word at either end, or -1. */
export function findPhrase(text: string, phrase: string, from = 0): number {
  if (phrase === '') return -1;
  for (let at = text.indexOf(phrase, from); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (isBoundary(text, at) && isBoundary(text, at + phrase.length)) return at;
  }
  return -1;
}

/** Whether no word goes on across this place. */
export function isBoundary(text: string, at: number): boolean {
  return !wordCharacter.test(text[at - 1] ?? '') || !wordCharacter.test(text[at] ?? '');
}
