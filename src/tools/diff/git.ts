import { execFileSync } from 'node:child_process';
import { renderInert } from '#report/inert.ts';

/** A file of a commit: its path below the folder that was asked for, and what it holds. */
export interface CommittedFile {
  path: string;
  /** Set when the content is the target of a symbolic link. */
  isLink: boolean;
  bytes: Buffer;
}

/** Why a commit cannot be read: a sentence for whoever gave it. */
export class GitRefusal extends Error {}

/** A repository as it is read here: nothing is checked out, and nothing written. */
export interface Repository {
  /** The commit that a ref names, forty digits. Throws a GitRefusal. */
  resolve: (ref: string) => string;
  /** All files below a folder at a commit. Throws a GitRefusal when there is no such folder. */
  readFolder: (commit: string, folder: string) => CommittedFile[];
}

/** Opens the repository that a folder belongs to. Throws a GitRefusal when it belongs to none, or git is not there. */
export function openRepository(cwd: string): Repository {
  const git = (args: readonly string[], input?: string) =>
    execFileSync('git', [...args], { cwd, input, stdio: 'pipe', maxBuffer: 2 ** 30 });
  const ask = (...args: string[]) => git(args).toString('utf8').trim();
  try {
    ask('rev-parse', '--show-toplevel');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? new GitRefusal('Missing program `git`, expected it on PATH')
      : new GitRefusal('Unexpected folder outside of any git repository, expected a checkout; run it in one');
  }
  return {
    resolve(ref) {
      try {
        return ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
      } catch {
        const isShallow = ask('rev-parse', '--is-shallow-repository') === 'true';
        throw new GitRefusal(
          `Unexpected ref \`${renderInert(ref)}\`, expected a commit, a branch or a tag of this repository; ` +
            (isShallow
              ? 'this clone is shallow: `git fetch --unshallow` brings the older commits'
              : '`git fetch` brings what others have pushed'),
        );
      }
    },
    readFolder(commit, folder) {
      const listed = readTree(commit, folder);
      if (listed.length === 0) {
        throw new GitRefusal(
          `Missing folder \`${renderInert(folder)}\` at ${commit.slice(0, 12)}, expected the content tree`,
        );
      }
      const bytes = splitBatch(git(['cat-file', '--batch'], listed.map(({ blob }) => `${blob}\n`).join('')));
      return listed.map(({ path, isLink }, index) => ({ path, isLink, bytes: bytes[index] ?? Buffer.alloc(0) }));
    },
  };

  function readTree(commit: string, folder: string) {
    let text: string;
    try {
      text = git(['ls-tree', '--full-tree', '-r', '-z', '--end-of-options', `${commit}:./${folder}`]).toString('utf8');
    } catch {
      return [];
    }
    return text.split('\0').flatMap((line) => {
      const { mode, blob, path } = /^(?<mode>\d+) blob (?<blob>[0-9a-f]+)\t(?<path>.*)$/s.exec(line)?.groups ?? {};
      return blob === undefined || path === undefined ? [] : [{ path, blob, isLink: mode === '120000' }];
    });
  }
}

/** Splits what `git cat-file --batch` prints: a line with the size before each object, and a line feed after it. */
function splitBatch(output: Buffer): Buffer[] {
  const objects: Buffer[] = [];
  for (let offset = 0; offset < output.length;) {
    const end = output.indexOf('\n', offset);
    const header = output.toString('utf8', offset, end);
    const size = / blob (?<size>\d+)$/.exec(header)?.groups?.size;
    if (size === undefined) throw new GitRefusal(`Unexpected \`${renderInert(header)}\` of git, expected a file`);
    objects.push(output.subarray(end + 1, end + 1 + Number(size)));
    offset = end + 1 + Number(size) + 1;
  }
  return objects;
}
