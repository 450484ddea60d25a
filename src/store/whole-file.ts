import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all, even if the process is killed or the power fails on the way: a draft beside it is
 * brought to the disk, then takes its name, then the folder is brought to the disk.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  removeOrphans(path);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(draft, 'w');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** Removes drafts of processes that were killed. The id in the name tells whose a draft is; that of a living one stays. */
function removeOrphans(path: string): void {
  const name = basename(path);
  for (const file of readdirSync(dirname(path))) {
    const owner = file.startsWith(`${name}.`)
      ? /^\.(?<id>\d+)\.tmp$/.exec(file.slice(name.length))?.groups?.id
      : undefined;
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(dirname(path), file), { force: true });
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function syncFolder(folder: string): void {
  // Windows does not open folders, and brings a renaming to the disk by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
