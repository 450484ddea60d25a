import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import type { LinkHealth } from '#schema/link-health.ts';
import { renderLinkHealth } from '#tools/links/history/render.ts';
import { commitAll, git, quietGit } from '../../../git.ts';
import { createTree } from '../../../store/trees.ts';
import { createFakeGh, readCalls, resetFakeGh, type Answers, type Call } from './fake-gh.ts';

const command = resolve('src/tools/links/publish/cli.ts');
// Many runs load the same modules: compiled once, each takes half the time.
const compileCache = mkdtempSync(join(tmpdir(), 'publish-cache-'));
afterAll(() => {
  rmSync(compileCache, { recursive: true, force: true });
});
export const healthFile = 'content/generated/link-health.json';

/** A git repository with a clone of it, as a workflow checks it out, and a fake `gh`. */
export interface Scene {
  origin: string;
  clone: string;
  bin: string;
}

/** Sets a scene: what is merged, and what waits on the branch. Each is absent when there is none. */
export function createScene({ merged, pending }: { merged?: LinkHealth; pending?: LinkHealth }): Scene {
  const root = createTree({
    'author/README.md': 'A site.\n',
    ...(merged && { [`author/${healthFile}`]: renderLinkHealth(merged) }),
  });
  const [author, origin, clone] = ['author', 'origin.git', 'clone'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  git(author, 'init', '--quiet', '--initial-branch=main');
  git(author, 'remote', 'add', 'origin', origin);
  commitAll(author, 'Begin');
  git(author, 'push', '--quiet', 'origin', 'main');
  if (pending !== undefined) {
    writeHealth(author, pending);
    commitAll(author, 'Update the health of links');
    git(author, 'push', '--quiet', 'origin', 'HEAD:link-health');
  }
  git(root, 'clone', '--quiet', '--depth=1', '--branch=main', `file://${origin}`, clone);
  return { origin, clone, bin: createFakeGh() };
}

/** Puts a health file into a work tree, as the merge does. */
export function writeHealth(tree: string, health: LinkHealth): void {
  mkdirSync(join(tree, 'content/generated'), { recursive: true });
  writeFileSync(join(tree, healthFile), renderLinkHealth(health));
}

export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
  calls: Call[];
}

/** Runs the real command in the clone, with the environment of a workflow. */
export function runCommand(
  { clone, bin }: Pick<Scene, 'clone' | 'bin'>,
  args: readonly string[],
  answers: Answers = {},
  env: Readonly<Record<string, string>> = {
    GITHUB_REPOSITORY: 'example/site',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REF_NAME: 'main',
  },
): Promise<Run> {
  resetFakeGh(bin, answers);
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:GITHUB_|GH_|GIT_)/.test(name));
  const path = `${bin}:${process.env.PATH ?? ''}`;
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [command, ...args],
      {
        cwd: clone,
        env: { ...Object.fromEntries(inherited), ...quietGit, NODE_COMPILE_CACHE: compileCache, PATH: path, ...env },
      },
      (_error, stdout, stderr) => {
        done({ exitCode: child.exitCode, stdout, stderr, calls: readCalls(bin) });
      },
    );
  });
}
