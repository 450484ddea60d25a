/** More words than a reader could mean would only make the file long. The rarest are left out. */
const maxWords = 12_000;

/**
 * The words of the site as they are written, those on most pages first, the alphabet deciding among equals. Words differ
 * that differ by more than case; of several spellings the most common one stands.
 */
export function listSiteWords(texts: readonly string[]): string[] {
  const pages = new Map<string, { count: number; spellings: Map<string, number> }>();
  for (const text of texts) {
    for (const written of new Set(listWrittenWords(text))) {
      const key = written.toLowerCase();
      const known = pages.get(key) ?? { count: 0, spellings: new Map<string, number>() };
      known.count += 1;
      known.spellings.set(written, (known.spellings.get(written) ?? 0) + 1);
      pages.set(key, known);
    }
  }
  return [...pages]
    .sort(([a, { count: first }], [b, { count: second }]) => second - first || (a < b ? -1 : 1))
    .slice(0, maxWords)
    .map(([, { spellings }]) => pickMostCommon(spellings));
}

const digest = /^(?=.*\d)[\da-f]{7,}$/i;

/** Words and names of code, with the parts of a dotted name as words of their own. Addresses and digests are none. */
function listWrittenWords(text: string): string[] {
  const names =
    text.replaceAll(/\bhttps?:\S+/g, ' ').match(/[%$]?\p{L}[\p{L}\p{N}_]*(?:\.\p{L}[\p{L}\p{N}_]*)*/gu) ?? [];
  return names
    .flatMap((name) => [name, ...name.split('.')])
    .filter((name) => name.length > 3 && name.length < 40 && !digest.test(name));
}

function pickMostCommon(spellings: ReadonlyMap<string, number>): string {
  const [first = ['', 0]] = [...spellings].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return first[0];
}
