import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { pyodideRelease } from '#runner/release.ts';

/** Serves Pyodide's files from this site: in `dev` from the package, in a build as copies under the address of their version. */
export function pyodideFiles(): AstroIntegration {
  const folder = dirname(fileURLToPath(import.meta.resolve('pyodide')));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  if (version !== pyodideRelease.version) {
    throw new Error(
      `Unexpected Pyodide ${version}, expected ${pyodideRelease.version} of src/runner/release.ts. After a new version, mend that file and run \`npm run samples -- --update\`.`,
    );
  }
  return {
    name: 'pyodide-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const { base } = server.config;
        server.middlewares.use(join(base, pyodideRelease.path), sirv(folder, { dev: true }));
      },
      'astro:build:done': ({ dir }) => {
        const target = join(fileURLToPath(dir), pyodideRelease.path);
        mkdirSync(target, { recursive: true });
        for (const file of pyodideRelease.files) cpSync(join(folder, file), join(target, file));
      },
    },
  };
}
