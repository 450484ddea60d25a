import { normaliseUrl } from './normalise-url.ts';

/** What is asked of the server: the URL without its fragment. Citations with one key share one request. */
export function deriveRequestKey(url: string): string {
  const normalised = normaliseUrl(url) ?? url;
  return normalised.replace(/#[^]*$/, '');
}
