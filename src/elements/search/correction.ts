import { distance } from 'fastest-levenshtein';

/** The form in which words are compared: as Pagefind compares them, without case, accents and punctuation. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}_]/gu, '')
    .toLowerCase();
}

/** The words of a query, as written. None for a quoted phrase, which is meant as it stands. */
export function listWords(query: string): string[] {
  return /^\s*".+"\s*$/.test(query) ? [] : query.split(/\s+/).filter((word) => foldWord(word) !== '');
}

const endings = ['', 's', 'es', 'd', 'ed', 'ing'];

/**
 * Whether a text has a word of a query, as a whole, as a beginning, as a part of a name in code, or in another form. Pagefind
 * also answers with the nearest shorter word that it knows, `web` for `websoket`: such a page has nothing of what was asked.
 */
export function holdsWord(text: string, word: string): boolean {
  const folded = foldWord(word);
  const stem = folded.replace(/(?<=...)(ing|ed|es|s)$/, '');
  const forms = new Set(stem === folded ? [] : endings.map((ending) => stem + ending));
  return text.split(/\s+/).some((written) => {
    const parts = [written, ...written.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)].map(foldWord);
    return parts.some((part) => part.startsWith(folded) || forms.has(part));
  });
}

/** How many letters may be wrong: none in a short word, where every other word is near. */
function listAllowance(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3;
}

/** The site's words, and how to mend a query by them. */
export class Vocabulary {
  readonly #words: readonly { written: string; folded: string }[];

  /** Takes the words of the site as they are written, those on most pages first. */
  constructor(words: readonly string[]) {
    this.#words = words.map((written) => ({ written, folded: foldWord(written) }));
  }

  /** Whether some word of the site is, or begins with, this one. */
  knows(word: string): boolean {
    const folded = foldWord(word);
    return this.#words.some((known) => known.folded.startsWith(folded));
  }

  /** The word that was most likely meant: the nearest one, the more common one among equals. */
  findNearest(word: string): string | undefined {
    const folded = foldWord(word);
    const allowed = listAllowance(folded.length);
    let best: { written: string; steps: number } | undefined;
    for (const known of this.#words) {
      const steps = countSteps(folded, known.folded, allowed);
      // A half step decides between words; it rules out none.
      if (Math.floor(steps) <= allowed && steps < (best?.steps ?? Infinity)) best = { written: known.written, steps };
    }
    return best?.written;
  }

  /** The query with every word that the site does not know replaced by its nearest. Undefined when that changes nothing. */
  mend(query: string): string | undefined {
    const words = listWords(query);
    const mended = words.map((word) => (this.knows(word) ? word : (this.findNearest(word) ?? word))).join(' ');
    return mended === words.join(' ') ? undefined : mended;
  }
}

/**
 * Letters to change, add or drop; half a step more when the first one differs, which is seldom the wrong one. A long word
 * may also be a misspelt beginning of a longer one, one step further.
 */
function countSteps(word: string, known: string, allowed: number): number {
  const penalty = known.startsWith(word.slice(0, 1)) ? 0 : 0.5;
  const surplus = known.length - word.length;
  if (Math.abs(surplus) <= allowed) return distance(word, known) + penalty;
  if (surplus < 0 || word.length < 6) return Infinity;
  const lengths = [word.length - 1, word.length, word.length + 1];
  return 1 + penalty + Math.min(...lengths.map((length) => distance(word, known.slice(0, length))));
}
