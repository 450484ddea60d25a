import { posix } from 'node:path';
import { renderTwinPath } from '#model/routes.ts';

/**
 * A link of a page as its twin has it. What leads to a page of the site leads to the twin of that page, relative to this
 * one, so that twins can be read from any host or folder; links to other sites and within the page stay as they are.
 */
export function renderTwinLink(href: string, page: string, base: string): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href;
  const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  const inside = path.startsWith(base) ? `/${path.slice(base.length)}` : path;
  const target = inside.endsWith('/') ? renderTwinPath(inside) : inside;
  return `${posix.relative(page, target)}${suffix}`;
}
