/**
 * What page a URL names, for comparing two of them: host and path without case or trailing slash where the host
 * ignores them, and the query parameters that identify a page. The fragment is kept: a section is cited, not a page.
 * Text that is no URL is its own identity.
 */
export function derivePageKey(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  const host = parsed.hostname.replace(/^www\./, '');
  if (host === 'docs.intersystems.com') {
    const query = new Map([...parsed.searchParams].map(([name, value]) => [name.toUpperCase(), value.toUpperCase()]));
    const root = (parsed.pathname.split('/')[1] ?? '').toLowerCase().replace(/^latest$/, 'irislatest');
    const page = query.get('KEY') ?? `${query.get('LIBRARY') ?? ''}/${query.get('CLASSNAME') ?? ''}`;
    if (page !== '/') return `${host}/${root}/${page}${parsed.hash}`;
  }
  if (host === 'peps.python.org') {
    const number = /pep-0*(\d+)/.exec(parsed.pathname)?.[1];
    if (number !== undefined) return `${host}/${number}${parsed.hash}`;
  }
  const path = parsed.pathname.replace(/\/(index\.html?)?$/, '');
  return `${host}${host === 'github.com' ? path.toLowerCase() : path}${parsed.search}${parsed.hash}`;
}
