import { gunzipSync } from 'node:zlib';

/** What stands before the data in a file of Pagefind's index. */
const signature = 'pagefind_dcd';

/** A page as Pagefind publishes it for its results. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** Reads a file `fragment/*.pf_fragment`. Throws on one that Pagefind 1.5 does not write. */
export function parseFragment(file: Uint8Array): Fragment {
  const text = gunzipSync(file).toString();
  if (!text.startsWith(signature))
    throw new Error(`Unexpected file of the search index, expected \`${signature}\` at its head`);
  return JSON.parse(text.slice(signature.length)) as Fragment;
}
