import { readFileSync } from 'node:fs';

/** Paths of all pages of the sitemap of the built site. */
export function listSitemapPaths(): string[] {
  const index = readFileSync('dist/sitemap-index.xml', 'utf8');
  const maps = [...index.matchAll(/<loc>[^<]*\/([^/<]+\.xml)<\/loc>/g)].map(([, name]) => name ?? '');
  return maps.flatMap((name) =>
    [...readFileSync(`dist/${name}`, 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url]) => new URL(url ?? '').pathname,
    ),
  );
}

/** One page of each kind, for what need not be tried on all. */
export const pageKinds = [
  '/',
  '/edges/',
  '/edges/synchronous-db-access/',
  '/patterns/csp-websockets/',
  '/proposals/native-asgi-hosting/',
  '/findings/no-async-db-drivers/',
  '/guides/agentic-sidecar/',
  '/background/ecosystem-readiness/',
  '/questions/driver-releases-gil/',
  '/sources/',
  '/sources/docs-ens-businessprocess/',
  '/rules/',
  '/rules/unknown-reference/',
  '/gotchas/',
  '/about/',
  '/contributing/',
  '/fields/',
  '/link-health/',
  '/changes/',
  '/changes/2026-11-20/',
  '/changes/2025-08-17..2026-11-20/',
  '/as-of/',
  '/as-of/2025-08-17/',
  '/as-of/2025-08-17/edges/',
  '/corrections/',
  '/matrix/',
  '/matrix/needs/streaming/',
  '/reviews/',
  '/for/',
  '/for/builders/',
  '/for/product-team/',
  '/for/architects/',
  '/for/contributors/',
  '/report/',
  '/search/',
  '/404.html',
];
