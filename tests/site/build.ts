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

/** Variables by which the test runner says what it is. A build that saw them would take itself for a part of the test. */
const ofTheTestRunner = /^(NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL|VITEST.*)$/;

/** The environment as a shell would have it. */
export function listShellEnvironment(): Record<string, string | undefined> {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheTestRunner.test(name))),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/** Builds the site with the given environment on top of the present one. */
export async function buildSite(env: Readonly<Record<string, string>>): Promise<SiteBuild> {
  const directory = await mkdtemp(join(tmpdir(), 'iris-async-'));
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', directory], {
    env: { ...listShellEnvironment(), ...env },
    maxBuffer: 32 * 1024 * 1024,
  });
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
