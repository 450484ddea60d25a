import type { Hop } from '../exchange.ts';

/**
 * The fragment that holds at the end of a chain, with its `#`: the last that a redirect gave, else the cited one. It is
 * derived from what servers wrote, because citations that differ in nothing else share one request.
 */
export function deriveFragment(cited: URL, hops: readonly Hop[]): string {
  let fragment = cited.hash;
  for (const { url, location } of hops) {
    const target = location?.includes('#') === true ? URL.parse(location, url) : null;
    if (target !== null) fragment = target.hash;
  }
  return fragment;
}

/** The two parts of a fragment: the name of an element, and directives to the browser. */
export function splitFragment(hash: string): { element: string; directive: string } {
  const [element = '', directive = ''] = hash.replace(/^#/, '').split(/:~:([^]*)/, 2);
  return { element, directive };
}

/** Decodes what can be decoded and leaves the rest: a lone `%` stands for itself. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
