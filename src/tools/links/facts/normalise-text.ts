/** More marks on one letter than any script needs, after which the reordering that NFC asks for takes quadratic time. */
const surplusMarks = /(\p{M}{30})\p{M}+/gu;
/** Marks, quotes and invisible characters all stand beyond; most text has none, and the search for them is slow. */
const beyondAscii = /[^\x00-\x7f]/;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Text as it is compared: NFC, plain quotes, one space for any white space, and none of the characters that only say
 * where a line may break. What is expected goes through it as well as what is found.
 */
export function normaliseText(text: string): string {
  return (beyondAscii.test(text) ? normaliseCharacters(text) : text).replace(/\s+/g, ' ').trim();
}

function normaliseCharacters(text: string): string {
  return text
    .replace(invisible, '')
    .replace(surplusMarks, '$1')
    .normalize('NFC')
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'");
}
