import { writeWhole } from '#store/whole-file.ts';
import type { Publication } from './publication.ts';
import { healthBranch } from './pull-request.ts';

/**
 * Takes up the health that an open pull request holds, so that a streak goes on from one day to the next while nobody
 * merges. A pull request that was closed takes its health with it. Gives what was done, in one sentence.
 */
export function resumePublication({ github, git, healthFile, healthPath }: Publication): string {
  const open = github.findPullRequest();
  if (open === undefined) return 'No pull request is open: going on from what is merged';
  const pending = git.readPending(healthFile);
  if (pending === undefined) return `Pull request ${open.number} has no ${healthFile}: going on from what is merged`;
  writeWhole(healthPath, pending);
  return `Going on from \`${healthBranch}\`, which pull request ${open.number} brings`;
}
