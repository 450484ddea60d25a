import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file below a folder that was written after a moment, in milliseconds since 1970; undefined when there is none. */
export function findNewerFile(directory: string, momentMs: number): string | undefined {
  if (!existsSync(directory)) return undefined;
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .sort()
    .find((path) => statSync(path).isFile() && statSync(path).mtimeMs > momentMs);
}
