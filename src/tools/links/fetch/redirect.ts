const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** Whether an answer only says where to go. The choice of 300 is the reader's, and 304 leads nowhere. */
export function isRedirect(status: number): boolean {
  return redirectStatuses.has(status);
}

/** Where a `Location` or a refresh leads. A fragment holds until a target brings its own, if only an empty one. */
export function resolveTarget(target: string | undefined, from: URL): URL | undefined {
  if (target === undefined || target.trim() === '') return undefined;
  const url = URL.parse(target, from.href);
  if (url !== null && !target.includes('#')) url.hash = from.hash;
  return url ?? undefined;
}

/** Whether two URLs name one resource. */
export function isSameDocument(one: URL, other: URL): boolean {
  return omitFragment(one) === omitFragment(other);
}

/** The part of a URL that a server sees. */
export function omitFragment(url: URL): string {
  const bare = new URL(url);
  bare.hash = '';
  return bare.href;
}
