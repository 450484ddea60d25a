import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { issueTitle, renderIssue, settledBody } from '#tools/links/publish/issue.ts';
import { renderPullRequest } from '#tools/links/publish/pull-request.ts';
import { renderLinkHealth } from '#tools/links/history/render.ts';
import { createFakeGh } from './fake-gh.ts';
import { createDeadRecord, createHealth, createRecord } from './records.ts';
import { git } from '../../../git.ts';
import { createScene, healthFile, runCommand, writeHealth, type Scene } from './repositories.ts';

// The fake `gh` is a script with a first line that Windows does not read.
const isWindows = process.platform === 'win32';

const runsUrl = 'https://github.com/example/site/actions/workflows/links.yml';
const merged = createHealth(createRecord('a-page'));
const suspect = createHealth(createRecord('a-page', { state: 'suspect' }));
const dead = createHealth(createDeadRecord('a-page'));

const bot = { login: 'github-actions[bot]' };
const ours = { ref: 'link-health', repo: { full_name: 'example/site' } };
const openPullRequest = { number: 5, body: 'as before', user: bot, head: ours };
const nothingOpen = {
  'GET repos/example/site/pulls': [],
  'GET repos/example/site/issues': [[]],
  'GET repos/example/site/actions/artifacts': { total_count: 0, artifacts: [] },
  'POST repos/example/site/pulls': {},
  'POST repos/example/site/issues': {},
  'PATCH repos/example/site/pulls/5': {},
  'PATCH repos/example/site/issues/7': {},
};

const getPullRequests = {
  args: ['api', '--method', 'GET', 'repos/example/site/pulls?state=open&head=example:link-health'],
  input: null,
};
const getIssueAndRuns = [
  { args: ['api', '--method', 'GET', 'repos/example/site/actions/artifacts?per_page=100'], input: null },
  {
    args: ['api', '--method', 'GET', '--paginate', '--slurp', 'repos/example/site/issues?state=all&per_page=100'],
    input: null,
  },
];
function write(method: string, path: string, input: unknown) {
  return { args: ['api', '--method', method, '--input', '-', `repos/example/site/${path}`], input };
}

/** Artifacts of daily runs, the oldest first. */
function createArtifacts(...names: string[]) {
  return {
    artifacts: names.map((name, index) => ({
      name,
      created_at: `2026-11-1${index}T04:50:00Z`,
      workflow_run: { repository_id: 1, head_repository_id: 1, head_branch: 'main' },
    })),
  };
}

function readBranch({ origin }: Scene): string {
  return git(origin, 'show', `link-health:${healthFile}`);
}

describe.skipIf(isWindows)('send', () => {
  test('pushes one commit to the branch, opens the pull request and opens the issue', async () => {
    const scene = createScene({ merged });
    writeHealth(scene.clone, dead);
    const { calls, ...run } = await runCommand(scene, ['send'], nothingOpen);
    expect(run).toEqual({ exitCode: 0, stdout: 'Pull request: opened\nIssue: opened\n', stderr: '' });
    expect(calls).toEqual([
      getPullRequests,
      write('POST', 'pulls', { ...renderPullRequest(merged, dead), head: 'link-health', base: 'main' }),
      ...getIssueAndRuns,
      write('POST', 'issues', renderIssue({ health: dead, inconclusiveRuns: 0, runsUrl })),
    ]);
    expect(readBranch(scene)).toBe(renderLinkHealth(dead));
    expect(git(scene.origin, 'log', '--format=%an <%ae> %s', 'main..link-health')).toBe(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com> Update the health of links\n',
    );
    expect(git(scene.origin, 'diff', '--name-only', 'main', 'link-health')).toBe(`${healthFile}\n`);
  });

  test('opens the pull request with the first health there is', async () => {
    const scene = createScene({});
    writeHealth(scene.clone, merged);
    const { exitCode, stdout } = await runCommand(scene, ['send'], nothingOpen);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Pull request: opened\nIssue: nothing new\n' });
    expect(readBranch(scene)).toBe(renderLinkHealth(merged));
  });

  test('brings the open pull request up to date, on top of what is merged by now', async () => {
    const scene = createScene({ merged, pending: suspect });
    writeHealth(scene.clone, dead);
    const { calls, stdout } = await runCommand(scene, ['send'], {
      ...nothingOpen,
      'GET repos/example/site/pulls': [openPullRequest],
    });
    expect(stdout).toBe('Pull request 5: brought up to date\nIssue: opened\n');
    expect(calls.slice(0, 2)).toEqual([getPullRequests, write('PATCH', 'pulls/5', renderPullRequest(merged, dead))]);
    expect(readBranch(scene)).toBe(renderLinkHealth(dead));
    expect(git(scene.origin, 'rev-list', '--count', 'main..link-health')).toBe('1\n');
  });

  test('leaves branch and pull request as they are when a day brought nothing', async () => {
    const scene = createScene({ merged, pending: suspect });
    writeHealth(scene.clone, suspect);
    const before = git(scene.origin, 'rev-parse', 'link-health');
    const { calls, stdout } = await runCommand(scene, ['send'], {
      ...nothingOpen,
      'GET repos/example/site/pulls': [{ ...openPullRequest, body: renderPullRequest(merged, suspect).body }],
    });
    expect(stdout).toBe('Pull request 5: as it was\nIssue: nothing new\n');
    expect(calls).toEqual([getPullRequests, ...getIssueAndRuns]);
    expect(git(scene.origin, 'rev-parse', 'link-health')).toBe(before);
  });

  test('has nothing to merge when the health is as it was merged, or there is none', async () => {
    for (const scene of [createScene({ merged }), createScene({})]) {
      const { calls, stdout } = await runCommand(scene, ['send'], nothingOpen);
      expect(stdout).toBe('Pull request: nothing to merge\nIssue: nothing new\n');
      expect(calls).toEqual(getIssueAndRuns);
      expect(git(scene.origin, 'branch', '--format=%(refname:short)')).toBe('main\n');
    }
  });

  const issue = { number: 7, title: issueTitle, state: 'open', body: 'as before', user: bot };

  test('finds the issue on a later page, closed, and opens it again for news', async () => {
    const scene = createScene({ merged: dead });
    const body = renderIssue({ health: dead, inconclusiveRuns: 0, runsUrl })?.body;
    const { calls, stdout } = await runCommand(scene, ['send'], {
      ...nothingOpen,
      'GET repos/example/site/issues': [[{ ...issue, title: 'Another' }], [{ ...issue, state: 'closed', body: null }]],
    });
    expect(stdout).toBe('Pull request: nothing to merge\nIssue 7: brought up to date\n');
    expect(calls.at(-1)).toEqual(write('PATCH', 'issues/7', { state: 'open', body }));
  });

  test('closes the issue when there is nothing left', async () => {
    const scene = createScene({ merged });
    const { calls, stdout } = await runCommand(scene, ['send'], {
      ...nothingOpen,
      'GET repos/example/site/issues': [[issue]],
    });
    expect(stdout).toBe('Pull request: nothing to merge\nIssue 7: closed\n');
    expect(calls.at(-1)).toEqual(write('PATCH', 'issues/7', { state: 'closed', body: settledBody }));
  });

  test('raises the issue after three inconclusive runs in a row, and not after two', async () => {
    const scene = createScene({ merged });
    const [good, bad] = ['observations', 'observations-inconclusive'];
    const runAfter = (...names: string[]) =>
      runCommand(scene, ['send'], {
        ...nothingOpen,
        'GET repos/example/site/actions/artifacts': createArtifacts(...names),
      });
    expect((await runAfter(good, bad, bad)).stdout).toBe('Pull request: nothing to merge\nIssue: nothing new\n');
    const { calls, stdout } = await runAfter(good, bad, bad, bad);
    expect(stdout).toBe('Pull request: nothing to merge\nIssue: opened\n');
    expect(calls.at(-1)).toEqual(
      write('POST', 'issues', renderIssue({ health: merged, inconclusiveRuns: 3, runsUrl })),
    );
  });

  test('tells what GitHub refused, in one line, and still brings the issue up to date', async () => {
    const scene = createScene({ merged });
    writeHealth(scene.clone, dead);
    const refusal = 'gh: GitHub Actions is not permitted to create or approve pull requests. (HTTP 403)\n::error::x';
    const { exitCode, stdout, stderr } = await runCommand(scene, ['send'], {
      ...nothingOpen,
      'POST repos/example/site/pulls': { fails: refusal },
    });
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 4,
      stdout: 'Issue: opened\n',
      stderr:
        'Unexpected failure of `gh api --method POST --input - repos/example/site/pulls`: gh: GitHub Actions is not permitted to create or approve pull requests. (HTTP 403)\\u000a::error::x\n',
    });
  });

  test('refuses a health file that cannot be read, before it asks anybody', async () => {
    const scene = createScene({ merged });
    writeFileSync(join(scene.clone, healthFile), '{ "version": 1,\n<<<<<<< main\n');
    expect(await runCommand(scene, ['send'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `${healthFile}:2:1: error yaml-syntax  Unexpected \`<<<<<<<\`, expected JSON\n  hint: take the file of one side: the next check brings it up to date\n`,
      calls: [],
    });
  });
});

describe.skipIf(isWindows)('resume', () => {
  test('takes up the health of the open pull request', async () => {
    const scene = createScene({ merged, pending: suspect });
    expect(await runCommand(scene, ['resume'], { 'GET repos/example/site/pulls': [openPullRequest] })).toEqual({
      exitCode: 0,
      stdout: 'Going on from `link-health`, which pull request 5 brings\n',
      stderr: '',
      calls: [getPullRequests],
    });
    expect(readFileSync(join(scene.clone, healthFile), 'utf8')).toBe(renderLinkHealth(suspect));
  });

  test('leaves a branch alone whose pull request was merged or closed', async () => {
    const scene = createScene({ merged, pending: suspect });
    const { stdout } = await runCommand(scene, ['resume'], { 'GET repos/example/site/pulls': [] });
    expect(stdout).toBe('No pull request is open: going on from what is merged\n');
    expect(readFileSync(join(scene.clone, healthFile), 'utf8')).toBe(renderLinkHealth(merged));
  });

  test('goes on from what is merged when the branch has no health', async () => {
    const scene = createScene({});
    git(scene.origin, 'branch', 'link-health', 'main');
    const { stdout } = await runCommand(scene, ['resume'], { 'GET repos/example/site/pulls': [openPullRequest] });
    expect(stdout).toBe(`Pull request 5 has no ${healthFile}: going on from what is merged\n`);
    expect(existsSync(join(scene.clone, healthFile))).toBe(false);
  });

  test('tells what git refused', async () => {
    const scene = createScene({ merged });
    rmSync(scene.origin, { recursive: true });
    const { exitCode, stdout, stderr } = await runCommand(scene, ['resume'], {
      'GET repos/example/site/pulls': [openPullRequest],
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: '' });
    expect(stderr).toMatch(/^Unexpected failure of `git .*fetch.*`: .*does not appear to be a git repository.*\n$/);
  });
});

describe.skipIf(isWindows)('the command line', () => {
  const createPlace = () => ({ clone: '.', bin: createFakeGh() });

  test('--help explains both commands', async () => {
    const { exitCode, stdout, calls } = await runCommand(createPlace(), ['--help']);
    expect({ exitCode, calls }).toEqual({ exitCode: 0, calls: [] });
    expect(stdout).toMatch(
      /^Usage: npm run links:publish -- [^]*\n {2}resume {2}[^]*\n {2}send {4}[^]*Exit codes: 0 fine/,
    );
  });

  test.each([
    [[], 'Unexpected ``, expected `resume` or `send`\n'],
    [['publish'], 'Unexpected `publish`, expected `resume` or `send`\n'],
    [['send', 'observations.json'], 'Unexpected `send observations.json`, expected `resume` or `send`\n'],
  ])('refuses %j', async (args, message) => {
    const { exitCode, stdout, stderr, calls } = await runCommand(createPlace(), args);
    expect({ exitCode, stdout, calls }).toEqual({ exitCode: 2, stdout: '', calls: [] });
    expect(stderr.startsWith(message)).toBe(true);
  });

  test('refuses to run outside of GitHub Actions', async () => {
    const env = { GITHUB_REPOSITORY: 'example/site', GITHUB_SERVER_URL: '', GITHUB_REF_NAME: 'main' };
    expect(await runCommand(createPlace(), ['send'], {}, env)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Missing `GITHUB_REPOSITORY`, `GITHUB_SERVER_URL` or `GITHUB_REF_NAME`, expected a run of GitHub Actions\n',
      calls: [],
    });
  });
});
