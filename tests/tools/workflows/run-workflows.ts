import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { createTree } from '../../store/trees.ts';

const command = resolve('src/tools/workflows/cli.ts');
// Many runs load the same modules: compiled once, each takes half the time.
const compileCache = mkdtempSync(join(tmpdir(), 'workflows-cache-'));
afterAll(() => {
  rmSync(compileCache, { recursive: true, force: true });
});

export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real command in a folder. */
export function runCommand(cwd: string, args: readonly string[] = []): Promise<Run> {
  return new Promise((done) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
    const child = execFile(process.execPath, [command, ...args], { cwd, env }, (_error, stdout, stderr) => {
      done({ exitCode: child.exitCode, stdout, stderr });
    });
  });
}

/** A repository with these workflows by file name, and the scripts `build` and `check:types`. */
export function createRepository(workflows: Readonly<Record<string, string | Uint8Array>>): string {
  return createTree({
    'package.json': JSON.stringify({ scripts: { build: 'true', 'check:types': 'true' } }),
    ...Object.fromEntries(Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, text])),
  });
}
