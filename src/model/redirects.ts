import type { Redirect } from '#schema/redirect.ts';

/** The path of the page that an entry had, or that took its place: `edges/an-id` and `/edges/an-id/` are one. */
export function renderRedirectPath(target: Redirect['to']): string {
  return target.startsWith('/') ? target : `/${target}/`;
}
