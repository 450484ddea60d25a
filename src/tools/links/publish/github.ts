import { z } from 'zod';
import { type CommandPlace, runCommand } from './command.ts';
import type { RunArtifact } from './inconclusive.ts';
import { issueTitle } from './issue.ts';
import type { PostedIssue } from './issue-action.ts';
import { healthBranch, type Note } from './pull-request.ts';

/** Who a workflow is on GitHub. An issue or a pull request of anybody else is not ours, whatever its title. */
const workflowUser = 'github-actions[bot]';

const pullRequestsSchema = z.array(
  z.object({
    number: z.int(),
    body: z.string().nullable(),
    user: z.object({ login: z.string() }),
    head: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  }),
);
const issuePagesSchema = z.array(
  z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      state: z.enum(['open', 'closed']),
      body: z.string().nullable(),
      user: z.object({ login: z.string() }).nullable(),
      pull_request: z.unknown().optional(),
    }),
  ),
);
const artifactsSchema = z.object({
  artifacts: z.array(
    z.object({
      name: z.string(),
      created_at: z.string(),
      workflow_run: z.object({
        repository_id: z.int(),
        head_repository_id: z.int(),
        head_branch: z.string().nullable(),
      }),
    }),
  ),
});

/** What this tool asks of a repository on GitHub. */
export interface Github {
  findPullRequest: () => { number: number; body: string } | undefined;
  createPullRequest: (base: string, note: Note) => void;
  updatePullRequest: (number: number, note: Note) => void;
  findIssue: () => PostedIssue | undefined;
  createIssue: (note: Note) => void;
  updateIssue: (number: number, change: { isOpen: boolean; body: string }) => void;
  listArtifacts: () => RunArtifact[];
}

/** Asks GitHub through `gh`. Texts go in as JSON on its input, so that none is taken for an option or for a file. */
export function createGithub(place: CommandPlace, repository: string): Github {
  const read = (path: string, ...options: string[]): unknown =>
    JSON.parse(runCommand(place, 'gh', ['api', '--method', 'GET', ...options, `repos/${repository}/${path}`]));
  const write = (method: 'POST' | 'PATCH', path: string, body: Readonly<Record<string, string>>) => {
    const args = ['api', '--method', method, '--input', '-', `repos/${repository}/${path}`];
    runCommand(place, 'gh', args, JSON.stringify(body));
  };
  return {
    findPullRequest() {
      const owner = repository.split('/')[0] ?? '';
      const open = pullRequestsSchema.parse(read(`pulls?state=open&head=${owner}:${healthBranch}`));
      const ours = open.find(
        ({ user, head }) =>
          user.login === workflowUser && head.ref === healthBranch && head.repo?.full_name === repository,
      );
      return ours && { number: ours.number, body: ours.body ?? '' };
    },
    createPullRequest(base, { title, body }) {
      write('POST', 'pulls', { title, head: healthBranch, base, body });
    },
    updatePullRequest(number, { title, body }) {
      write('PATCH', `pulls/${number}`, { title, body });
    },
    findIssue() {
      // Page by page: the issue stays the same one for years, while pull requests, which GitHub counts as issues, go on.
      const pages = issuePagesSchema.parse(read('issues?state=all&per_page=100', '--paginate', '--slurp'));
      const issue = pages
        .flat()
        .find(
          ({ title, user, pull_request }) =>
            title === issueTitle && user?.login === workflowUser && pull_request === undefined,
        );
      return issue && { number: issue.number, isOpen: issue.state === 'open', body: issue.body ?? '' };
    },
    createIssue({ title, body }) {
      write('POST', 'issues', { title, body });
    },
    updateIssue(number, { isOpen, body }) {
      write('PATCH', `issues/${number}`, { state: isOpen ? 'open' : 'closed', body });
    },
    listArtifacts() {
      // The newest hundred hold more runs than are counted.
      const { artifacts } = artifactsSchema.parse(read('actions/artifacts?per_page=100'));
      return artifacts.map(({ name, created_at, workflow_run: run }) => ({
        name,
        createdAt: created_at,
        branch: run.head_branch ?? '',
        isOfFork: run.head_repository_id !== run.repository_id,
      }));
    },
  };
}
