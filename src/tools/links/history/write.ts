import type { LinkHealth } from '#schema/link-health.ts';
import type { FileProblem } from '#store/file-problems.ts';
import { readLinkHealth } from './read.ts';
import { renderLinkHealth } from './render.ts';
import { writeWhole } from '#store/whole-file.ts';

/**
 * Brings the health file up to date with what `update` makes of it. The file is read anew, as a check may take long; a
 * file that cannot be read is left alone, and said to be wrong.
 */
export function updateLinkHealth(
  path: string,
  file: string,
  update: (health: LinkHealth) => LinkHealth,
): { problems: FileProblem[] } {
  const { health, problems } = readLinkHealth(path, file);
  if (health === undefined) return { problems };
  writeWhole(path, renderLinkHealth(update(health)));
  return { problems: [] };
}
