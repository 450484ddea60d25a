import type { LinkHealth } from '#schema/link-health.ts';
import { parseLinkHealth } from '#store/link-health.ts';
import { readIfThere, renderProblems } from '../files.ts';
import { emptyHealth } from '../history/render.ts';
import { CommandFailure } from './command.ts';
import { countInconclusive } from './inconclusive.ts';
import { decideIssue, isSameText } from './issue-action.ts';
import { renderIssue } from './issue.ts';
import type { Publication } from './publication.ts';
import { renderPullRequest } from './pull-request.ts';

/** What became of the pull request and of the issue, one sentence each. */
export interface SendResult {
  done: string[];
  failures: string[];
}

/** Brings the pull request and the issue up to date. When GitHub refuses one, the other is still tried. */
export function sendPublication(publication: Publication): SendResult {
  const { git, healthFile, healthPath } = publication;
  const merged = git.readCommitted(healthFile);
  const found = readIfThere(healthPath);
  const after = parseHealth(found, healthFile);
  const result: SendResult = { done: [], failures: [] };
  for (const send of [() => sendPullRequest(publication, merged, found, after), () => sendIssue(publication, after)]) {
    try {
      result.done.push(send());
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      result.failures.push(error.message);
    }
  }
  return result;
}

function sendPullRequest(
  { github, git, healthFile, branch }: Publication,
  merged: string | undefined,
  found: string | undefined,
  after: LinkHealth,
): string {
  if (found === merged || found === undefined) return 'Pull request: nothing to merge';
  const note = renderPullRequest(parseHealth(merged, healthFile), after);
  const open = github.findPullRequest();
  const isPushed = open !== undefined && git.readPending(healthFile) === found;
  if (!isPushed) git.pushFile(healthFile, note.title);
  if (open === undefined) {
    github.createPullRequest(branch, note);
    return 'Pull request: opened';
  }
  if (isPushed && isSameText(open.body, note.body)) return `Pull request ${open.number}: as it was`;
  github.updatePullRequest(open.number, note);
  return `Pull request ${open.number}: brought up to date`;
}

function sendIssue({ github, branch, runsUrl }: Publication, health: LinkHealth): string {
  const inconclusiveRuns = countInconclusive(github.listArtifacts(), branch);
  const action = decideIssue(github.findIssue(), renderIssue({ health, inconclusiveRuns, runsUrl }));
  switch (action.kind) {
    case 'none':
      return 'Issue: nothing new';
    case 'create':
      github.createIssue(action.note);
      return 'Issue: opened';
    case 'update':
      github.updateIssue(action.number, action);
      return `Issue ${action.number}: ${action.isOpen ? 'brought up to date' : 'closed'}`;
  }
}

/** Parses a version of the health file; without one nothing is known yet. */
function parseHealth(text: string | undefined, file: string): LinkHealth {
  if (text === undefined) return emptyHealth;
  const { health, problems } = parseLinkHealth(text, file);
  if (health === undefined) throw new UnreadableHealth(renderProblems(problems));
  return health;
}

/** The health file cannot be read; the message says where and why, and ends in a newline. */
export class UnreadableHealth extends Error {}
