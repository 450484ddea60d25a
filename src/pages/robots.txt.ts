import type { APIRoute } from 'astro';
import { toUrl } from '#components/site-path.ts';

/** What machines may read, and where the map of the site is. It counts at the root of a host only. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${toUrl('/sitemap-index.xml', site)}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
