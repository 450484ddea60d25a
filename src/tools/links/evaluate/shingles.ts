/** Words in a row that are compared as one. */
const shingleWords = 4;
/** How many are kept: enough to tell 0.9 from 0.8. */
const sketchSize = 128;

/**
 * A digest of a text for comparing it with others: the smallest hashes of its runs of words. The share that two
 * digests have in common estimates the share of runs that the texts have in common.
 */
export function deriveShingles(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const hashes = new Set<number>();
  for (let start = 0; start === 0 || start + shingleWords <= words.length; start += 1)
    hashes.add(hashWords(words, start));
  const smallest = new Uint32Array(hashes).sort().subarray(0, sketchSize);
  return Array.from(smallest, (hash) => hash.toString(16).padStart(8, '0'));
}

/** How alike two texts are by their digests: 0 for nothing in common, 1 for the same runs of words. */
export function compareShingles(first: readonly string[], second: readonly string[]): number {
  const union = [...new Set([...first, ...second])].sort().slice(0, sketchSize);
  if (union.length === 0) return 0;
  const [inFirst, inSecond] = [new Set(first), new Set(second)];
  return union.filter((hash) => inFirst.has(hash) && inSecond.has(hash)).length / union.length;
}

/** FNV-1a with the finaliser of MurmurHash3, which spreads it evenly over 32 bits. */
function hashWords(words: readonly string[], start: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < Math.min(start + shingleWords, words.length); index += 1) {
    for (const unit of `${words[index] ?? ''} `) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
