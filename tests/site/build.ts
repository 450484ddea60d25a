import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A build or a copy of the site in a folder of its own. */
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

/** Copies what a build reads into a folder of its own, where a test can change it. */
export async function copyProject(): Promise<SiteBuild> {
  const directory = await mkdtemp(join(tmpdir(), 'iris-async-copy-'));
  for (const name of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    await cp(name, join(directory, name), { recursive: true });
  }
  await symlink(join(process.cwd(), 'node_modules'), join(directory, 'node_modules'));
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

/** Builds the site, or a copy of it, with the given environment on top of the present one. */
export async function buildSite(env: Readonly<Record<string, string>>, cwd = process.cwd()): Promise<SiteBuild> {
  const directory = await mkdtemp(join(tmpdir(), 'iris-async-'));
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', directory], {
    cwd,
    env: { ...listShellEnvironment(), ...env },
    maxBuffer: 32 * 1024 * 1024,
  });
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
