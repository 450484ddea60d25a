import { describe, expect, test } from 'vitest';
import { createGithub } from '#tools/links/publish/github.ts';
import { issueTitle } from '#tools/links/publish/issue.ts';
import { createFakeGh } from './fake-gh.ts';

// The fake `gh` is a script with a first line that Windows does not read.
const isWindows = process.platform === 'win32';

/** GitHub as it answers one request. */
function createAnswering(path: string, answer: unknown) {
  const bin = createFakeGh({ [`GET repos/example/site/${path}`]: answer });
  return createGithub({ cwd: bin, env: { PATH: bin } }, 'example/site');
}

const user = { login: 'github-actions[bot]' };

describe.skipIf(isWindows)(
  'of the pull requests, ours is the one of the workflow from the branch of this repository',
  () => {
    const ours = { number: 5, body: 'Text', user, head: { ref: 'link-health', repo: { full_name: 'example/site' } } };
    const find = (...open: unknown[]) => createAnswering('pulls', open).findPullRequest();

    test('which is found among others', () => {
      const other = { ...ours, number: 4, user: { login: 'octocat' } };
      expect(find(other, ours)).toEqual({ number: 5, body: 'Text' });
      expect(find({ ...ours, body: null })).toEqual({ number: 5, body: '' });
    });

    test.each([
      [
        'of a fork with a branch of the same name',
        { head: { ref: 'link-health', repo: { full_name: 'stranger/site' } } },
      ],
      ['of a fork that is gone', { head: { ref: 'link-health', repo: null } }],
      ['of a person who wrote to the branch', { user: { login: 'octocat' } }],
      ['of another branch', { head: { ref: 'link-health-2', repo: { full_name: 'example/site' } } }],
    ])('and not one %s', (_name, overrides) => {
      expect(find({ ...ours, ...overrides })).toBeUndefined();
    });
  },
);

describe.skipIf(isWindows)('of the issues, ours is the one of the workflow with the title', () => {
  const ours = { number: 7, title: issueTitle, state: 'closed', body: 'Text', user };
  const find = (...pages: unknown[][]) => createAnswering('issues', pages).findIssue();

  test('which is found on any page', () => {
    expect(find([{ ...ours, title: 'Another' }], [ours])).toEqual({ number: 7, isOpen: false, body: 'Text' });
    expect(find([{ ...ours, state: 'open', body: null }])).toEqual({ number: 7, isOpen: true, body: '' });
  });

  test.each([
    ['of a person with the same title', { user: { login: 'octocat' } }],
    ['of an account that is gone', { user: null }],
    ['that is a pull request', { pull_request: {} }],
    ['with another title', { title: `${issueTitle}!` }],
  ])('and not one %s', (_name, overrides) => {
    expect(find([{ ...ours, ...overrides }])).toBeUndefined();
  });
});

test.skipIf(isWindows)('artifacts tell the branch of their run, and whether it was one of a fork', () => {
  const artifact = (head_repository_id: number, head_branch: string | null) => ({
    name: 'observations',
    created_at: '2026-11-20T04:50:00Z',
    workflow_run: { repository_id: 1, head_repository_id, head_branch },
  });
  const answer = { total_count: 2, artifacts: [artifact(1, 'main'), artifact(2, null)] };
  expect(createAnswering('actions/artifacts', answer).listArtifacts()).toEqual([
    { name: 'observations', createdAt: '2026-11-20T04:50:00Z', branch: 'main', isOfFork: false },
    { name: 'observations', createdAt: '2026-11-20T04:50:00Z', branch: '', isOfFork: true },
  ]);
});
