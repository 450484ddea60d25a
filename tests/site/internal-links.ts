import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPage } from './dist.ts';

/** Internal links of a built site that lead nowhere, as "page -> link: why". `base` ends with a slash. */
export function listBrokenLinks(directory: string, pages: readonly BuiltPage[], base: string): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) =>
    page.links.flatMap((link) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return [];
      const url = new URL(link, `https://site.example${base.slice(0, -1)}${page.path}`);
      const why = explain(url);
      return why === undefined ? [] : [`${page.path} -> ${link}: ${why}`];
    }),
  );

  function explain({ pathname, hash }: URL): string | undefined {
    if (!pathname.startsWith(base)) return 'outside the base path';
    const path = pathname.slice(base.length - 1);
    const target = byPath.get(path);
    if (target === undefined) {
      const file = join(directory, path);
      return existsSync(file) && statSync(file).isFile() ? undefined : 'no such page or file';
    }
    const id = decodeURIComponent(hash.slice(1));
    return id === '' || target.ids.has(id) ? undefined : `no element has the id \`${id}\``;
  }
}
