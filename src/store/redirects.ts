import { existsSync, readFileSync } from 'node:fs';
import { redirectsSchema } from '#schema/redirect.ts';
import type { Content } from '#model/content.ts';
import { parseYaml } from './yaml-document.ts';

/** Where entries that are gone are listed, below the content. */
export const redirectsFile = 'redirects.yaml';

/** Reads the list for a build, which the check has let through; `dev` also runs on content with errors, and then without. */
export function readRedirects(directory: string): Content['redirects'] {
  const file = `${directory}/${redirectsFile}`;
  if (!existsSync(file)) return { file, data: [] };
  const parsed = redirectsSchema.safeParse(parseYaml(readFileSync(file, 'utf8')).data);
  return parsed.success ? { file, data: parsed.data.redirects } : { file, data: [], isBroken: true };
}
