/** The address of a page of the site: its root-relative path behind the base path the site is served under. */
export function toHref(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** The same address in full. `site` is where the site is published: `Astro.site`, which the configuration always sets. */
export function toUrl(path: string, site: URL | undefined): string {
  return new URL(toHref(path), site).href;
}
