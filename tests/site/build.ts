import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A build of the site in a folder of its own. */
export interface SiteBuild {
  directory: string;
  remove: () => Promise<void>;
}

/** Builds the site with the given environment on top of the present one. */
export async function buildSite(env: Readonly<Record<string, string>>): Promise<SiteBuild> {
  const directory = await mkdtemp(join(tmpdir(), 'iris-async-'));
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', directory], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    maxBuffer: 32 * 1024 * 1024,
  });
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
