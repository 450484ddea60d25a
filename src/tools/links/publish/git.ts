import { type CommandPlace, runCommand } from './command.ts';
import { healthBranch } from './pull-request.ts';

// The author that GitHub shows for what workflows commit.
const author = 'github-actions[bot]';
const address = '41898282+github-actions[bot]@users.noreply.github.com';

// The checkout keeps no token. gh hands git the one of this step, and nothing is left on the disk.
const authenticated = ['-c', 'credential.helper=', '-c', 'credential.helper=!gh auth git-credential'];

export interface Git {
  /** The text of a file as the commit has it that was checked out; undefined when it has no such file. */
  readCommitted: (file: string) => string | undefined;
  /** The text of a file on the branch that waits to be merged. The branch must be there. */
  readPending: (file: string) => string | undefined;
  /** Makes the branch what was checked out, and one commit that changes the file. */
  pushFile: (file: string, message: string) => void;
}

export function createGit(place: CommandPlace): Git {
  const git = (...args: string[]) => runCommand(place, 'git', args);
  const readFile = (commit: string, file: string) =>
    git('ls-tree', '--name-only', commit, '--', file) === '' ? undefined : git('cat-file', 'blob', `${commit}:${file}`);
  return {
    readCommitted: (file) => readFile('HEAD', file),
    readPending(file) {
      git(...authenticated, 'fetch', '--quiet', '--depth=1', 'origin', `refs/heads/${healthBranch}`);
      return readFile('FETCH_HEAD', file);
    },
    pushFile(file, message) {
      git('add', '--', file);
      const identity = ['-c', `user.name=${author}`, '-c', `user.email=${address}`];
      git(...identity, 'commit', '--quiet', '--no-verify', '--message', message, '--', file);
      git(...authenticated, 'push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${healthBranch}`);
    },
  };
}
