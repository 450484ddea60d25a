/** The releases that are maintained longest, newest first. Their documentation keeps pages that `latest` dropped. */
const versions = ['20261', '20251', '20241', '20231', '20221'];

/** The same page of the InterSystems documentation in versioned docsets of its product. */
export function listVersionedUrls(url: URL): string[] {
  const product = /^\/([a-z]+)(?:latest|\d{5})\//i.exec(url.pathname)?.[1];
  if (product === undefined) return [];
  return versions
    .map((version) => url.href.replace(/^(https?:\/\/[^/]+\/)[^/]+/, `$1${product}${version}`))
    .filter((candidate) => candidate !== url.href);
}
