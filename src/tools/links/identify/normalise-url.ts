/**
 * A URL of the web as `URL` spells it: host in lower case, no default port, no dot segments. Nothing that could be
 * part of an identity changes: not one `%` is decoded or encoded anew, and the query keeps its order.
 * Undefined for any other text.
 */
export function normaliseUrl(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}
