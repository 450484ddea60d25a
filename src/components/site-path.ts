/** The address of a page of the site: its root-relative path behind the base path the site is served under. */
export function toHref(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
