import { execFileSync } from 'node:child_process';

/** An environment in which git neither reads the settings of the machine nor asks. */
export const quietGit = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_TERMINAL_PROMPT: '0' };

/** Runs git without the settings of the machine, and gives its output. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', env: { ...process.env, ...quietGit }, stdio: 'pipe' });
}

/** Commits everything in a work tree. */
export function commitAll(tree: string, message: string): void {
  git(tree, 'add', '--all');
  git(tree, '-c', 'user.name=Author', '-c', 'user.email=author@example.org', 'commit', '--quiet', '-m', message);
}
