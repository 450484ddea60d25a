import { join } from 'node:path';
import { linkHealthFile } from '#store/link-health.ts';
import { createGit, type Git } from './git.ts';
import { createGithub, type Github } from './github.ts';

/** What publishing works with. */
export interface Publication {
  github: Github;
  git: Git;
  /** The file that is published: as git names it, and where it lies. */
  healthFile: string;
  healthPath: string;
  /** The branch that was checked out, and that the pull request goes to. */
  branch: string;
  /** Page of the workflow's runs. */
  runsUrl: string;
}

/** Reads where this runs from what GitHub Actions sets. A refusal says what was expected. */
export function readPublication(cwd: string, env: NodeJS.ProcessEnv): Publication | { refusal: string } {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server, GITHUB_REF_NAME: branch } = env;
  if (!repository || !server || !branch) {
    return {
      refusal:
        'Missing `GITHUB_REPOSITORY`, `GITHUB_SERVER_URL` or `GITHUB_REF_NAME`, expected a run of GitHub Actions',
    };
  }
  const healthFile = `content/${linkHealthFile}`;
  return {
    github: createGithub({ cwd, env }, repository),
    git: createGit({ cwd, env }),
    healthFile,
    healthPath: join(cwd, healthFile),
    branch,
    runsUrl: `${server}/${repository}/actions/workflows/links.yml`,
  };
}
