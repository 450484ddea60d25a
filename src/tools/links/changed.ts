import { execFileSync } from 'node:child_process';
import { sourceSchema } from '#schema/source.ts';
import { parseYaml } from '#store/yaml-document.ts';
import type { Citation } from './citation.ts';
import { deriveExpectHash } from './identify/expect-hash.ts';

/** The text of a file at a commit; undefined when it was not there. */
export type ReadAtCommit = (ref: string, file: string) => string | undefined;

/** The citations whose URL or expectation is not as it was at a commit. A file that could not be read then counts as changed. */
export function listChanged(citations: readonly Citation[], ref: string, readAtCommit: ReadAtCommit): Citation[] {
  return citations.filter((citation) => {
    const text = readAtCommit(ref, citation.file);
    const before = text === undefined ? undefined : sourceSchema.safeParse(parseYaml(text).data).data;
    if (before?.url === undefined) return true;
    return deriveExpectHash({ url: before.url, expect: before.expect }) !== deriveExpectHash(citation);
  });
}

/** Reads from git, in the folder that the command runs in. Throws a sentence when there is no such commit. */
export function createGitReader(ref: string): ReadAtCommit {
  const git = (args: readonly string[]) =>
    execFileSync('git', [...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  try {
    git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  } catch {
    throw new RangeError(
      `Unexpected \`--changed-since ${ref}\`, expected a commit, a branch or a tag of this repository; fetch it first`,
    );
  }
  return (commit, file) => {
    try {
      return git(['show', '--end-of-options', `${commit}:./${file}`]);
    } catch {
      return undefined;
    }
  };
}
