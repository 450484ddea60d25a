import { readFileSync } from 'node:fs';
import type { LinkHealth } from '#schema/link-health.ts';
import type { FileProblem } from '#store/file-problems.ts';
import { parseLinkHealth } from '#store/link-health.ts';
import { emptyHealth } from './render.ts';

export type ReadLinkHealth = { health: LinkHealth; problems?: never } | { health?: never; problems: FileProblem[] };

/** Reads the health of links; `file` is the path as messages show it. Without a file there is no history yet. */
export function readLinkHealth(path: string, file: string): ReadLinkHealth {
  const bytes = readIfThere(path);
  if (bytes === undefined) return { health: emptyHealth };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const reason = 'Unexpected binary file, expected UTF-8 text';
    const hint = 'take the file from the last commit: the next check brings it up to date';
    return { problems: [{ ruleId: 'file-binary', file, place: { line: 1, column: 1 }, reason, hint }] };
  }
  const { health, problems } = parseLinkHealth(text, file);
  return health === undefined ? { problems } : { health };
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
