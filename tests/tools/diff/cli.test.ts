import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commitAll, git } from '../../git.ts';
import { createTree } from '../../store/trees.ts';
import { renderEdge, renderRedirects, renderTree, runTool, type Run } from '../snapshot/trees.ts';

function run(folder: string, ...args: string[]): Promise<Run> {
  return runTool('diff', args, folder);
}

/** A repository with one commit of a tree with two edges. */
function createRepository(more: Readonly<Record<string, string>> = {}): string {
  const folder = createTree({ ...renderTree({ gap: {}, other: {} }), ...more });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commitAll(folder, 'Begin');
  return folder;
}

function writeEdge(folder: string, id: string, ...options: Parameters<typeof renderEdge>): void {
  writeFileSync(join(folder, `content/edges/${id}.mdx`), renderEdge(...options));
}

const shortCommit = (folder: string, ref: string) => git(folder, 'rev-parse', ref).slice(0, 12);

describe('what differs', () => {
  test('is told between a commit and the work tree, and the work tree and its index stay as they are', async () => {
    const folder = createRepository();
    writeEdge(folder, 'gap', { statuses: ['open', 'partially-addressed'], severity: 'minor' });
    const status = git(folder, 'status', '--porcelain');
    expect(await run(folder, 'main')).toEqual({
      exitCode: 0,
      stdout: `Changes
  status of gap: open → partially-addressed
  severity of gap: major → minor
  freshUntil of gap: 2025-06-30 → 2026-06-30
  on of gap: 2025-01-01 → 2026-01-01
  since of gap: 2025-01-01 → 2026-01-01

The whole
  statuses (edges, open): 2 → 1
  statuses (edges, partially-addressed): none → 1
  dataAsOf: 2025-01-01 → 2026-01-01

History
  2026-01-01 improved gap (open → partially-addressed)
`,
      stderr: '',
    });
    expect(git(folder, 'status', '--porcelain')).toBe(status);
  });

  test('is told between two commits, whatever the work tree holds', async () => {
    const folder = createRepository();
    renameSync(join(folder, 'content/edges/gap.mdx'), join(folder, 'content/edges/chasm.mdx'));
    rmSync(join(folder, 'content/edges/other.mdx'));
    writeEdge(folder, 'new', { title: 'A new one' });
    writeFileSync(join(folder, 'content/redirects.yaml'), renderRedirects(['edges/gap', 'edges/chasm']));
    commitAll(folder, 'Rename');
    rmSync(join(folder, 'content'), { recursive: true });
    const { exitCode, stdout, stderr } = await run(folder, 'main~1', 'main');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`Entries
  renamed edges/gap → edges/chasm (A gap)
  added edges/new (A new one)
  removed edges/other (A gap), without a redirect

`);
    const back = await run(folder, 'main', 'main~1');
    expect(back.stdout).toContain(`Entries
  renamed edges/chasm → edges/gap (A gap)
  removed edges/new (A new one), without a redirect
  added edges/other (A gap)
`);
  });

  test('is nothing when only the wording does', async () => {
    const folder = createRepository();
    writeFileSync(join(folder, 'content/edges/gap.mdx'), renderEdge().replace('It hinders.', 'It hinders much.'));
    expect(await run(folder, 'HEAD', '--exit-code')).toEqual({
      exitCode: 0,
      stdout: 'Nothing differs but wording\n',
      stderr: '',
    });
  });

  test('is an exit code of 1 with --exit-code', async () => {
    const folder = createRepository();
    writeEdge(folder, 'gap', { severity: 'minor' });
    expect(await run(folder, 'HEAD', '--exit-code')).toEqual({
      exitCode: 1,
      stdout: 'Changes\n  severity of gap: major → minor\n',
      stderr: '',
    });
  });

  test('is found below a folder of the repository too', async () => {
    const folder = createRepository();
    mkdirSync(join(folder, 'site'));
    renameSync(join(folder, 'content'), join(folder, 'site/content'));
    commitAll(folder, 'Move');
    writeEdge(join(folder, 'site'), 'gap', { severity: 'minor' });
    expect((await run(join(folder, 'site'), 'HEAD')).stdout).toBe('Changes\n  severity of gap: major → minor\n');
  });
});

describe('formats', () => {
  test('markdown is for a comment: whatever comes from the content is code', async () => {
    const folder = createRepository();
    writeEdge(folder, 'other', {
      title: "'`<img src=x onerror=alert(1)>` @everyone | [a](http://b) \u202e::error::x'",
    });
    expect(await run(folder, 'main', '--format', 'markdown')).toEqual({
      exitCode: 0,
      stdout: `## What changes in the content

From \`main\` (\`${shortCommit(folder, 'main')}\`) to the work tree.

### Changes

- \`title\` of \`other\`: \`A gap\` → \`'<img src=x onerror=alert(1)>' @everyone \\| [a](http://b) \\u202e::error::x\`
`,
      stderr: '',
    });
    commitAll(folder, 'Change');
    expect((await run(folder, 'main', 'main', '--format', 'markdown')).stdout).toBe(
      `## What changes in the content\n\nFrom \`main\` (\`${shortCommit(folder, 'main')}\`) to \`main\` (\`${shortCommit(folder, 'main')}\`).\n\nNothing but wording.\n`,
    );
  });

  test('text cannot steer a terminal or a log', async () => {
    const folder = createRepository();
    writeEdge(folder, 'other', { title: '"\\e[31m ##[error]\\n::error::x\\u202e"' });
    const { stdout } = await run(folder, 'main');
    expect(stdout).toBe(
      String.raw`Changes
  title of other: A gap → \u001b[31m \u0023#[error]\u000a::error::x\u202e
`,
    );
  });

  test('json has both sides, and the difference as it was derived', async () => {
    const folder = createRepository();
    writeEdge(folder, 'gap', { severity: 'minor' });
    const { stdout } = await run(folder, 'HEAD', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      before: { ref: 'HEAD', commit: git(folder, 'rev-parse', 'HEAD').trim() },
      after: {},
      entries: [
        {
          kind: 'changed',
          key: 'edges/gap',
          title: 'A gap',
          changes: [{ path: ['facts', 'severity'], before: 'major', after: 'minor' }],
        },
      ],
      totals: [],
      events: [],
    });
  });

  test('markdown of very many changes fits into a comment', async () => {
    const title = 'A title '.repeat(11).trim();
    const names = Array.from({ length: 400 }, (_, index) => `edge-${index}`);
    const folder = createRepository();
    for (const name of names) writeEdge(folder, name, { title });
    const { stdout } = await run(folder, 'HEAD', '--format', 'markdown');
    expect(stdout.length).toBeLessThan(62_000);
    expect(stdout).toMatch(/\n\n\d+ more lines not shown here\.\n$/);
  });
});

describe('what cannot be compared', () => {
  test('is a ref that there is not', async () => {
    const folder = createRepository();
    for (const ref of ['nowhere', 'HEAD~5', '0123456789abcdef0123456789abcdef01234567', 'HEAD:content']) {
      expect(await run(folder, ref)).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: `Unexpected ref \`${ref}\`, expected a commit, a branch or a tag of this repository; \`git fetch\` brings what others have pushed\n`,
      });
    }
    expect((await run(folder, '--', '--output=owned')).stderr).toContain('Unexpected ref `--output=owned`, expected');
  });

  test('is a commit that a shallow clone does not have', async () => {
    const folder = createRepository();
    writeEdge(folder, 'gap', { severity: 'minor' });
    commitAll(folder, 'Change');
    const clone = join(createTree({}), 'clone');
    git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, clone);
    expect(await run(clone, 'HEAD~1')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Unexpected ref `HEAD~1`, expected a commit, a branch or a tag of this repository; this clone is shallow: `git fetch --unshallow` brings the older commits\n',
    });
  });

  test('is a folder outside of a repository, or a machine without git', async () => {
    const folder = createTree(renderTree({ gap: {} }));
    expect(await run(folder, 'HEAD')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Unexpected folder outside of any git repository, expected a checkout; run it in one\n',
    });
    expect(await runTool('diff', ['HEAD'], folder, { PATH: '/nowhere' })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Missing program `git`, expected it on PATH\n',
    });
  });

  test('is a commit without content', async () => {
    const folder = createRepository();
    git(folder, 'rm', '-r', '--quiet', 'content');
    writeFileSync(join(folder, 'README.md'), 'Nothing.\n');
    commitAll(folder, 'Remove');
    expect(await run(folder, 'HEAD~1', 'HEAD')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Missing folder \`content\` at ${shortCommit(folder, 'HEAD')}, expected the content tree\n`,
    });
    expect(await run(folder, 'HEAD~1')).toMatchObject({
      exitCode: 2,
      stderr: 'Unexpected `--content content`, expected a directory\n',
    });
  });

  test('is content that does not parse at that commit: every problem is named with the commit', async () => {
    const folder = createRepository();
    writeEdge(folder, 'gap', { severity: 'mayor' });
    writeFileSync(join(folder, 'content/redirects.yaml'), 'redirects: [\n');
    commitAll(folder, 'Break');
    writeEdge(folder, 'gap');
    rmSync(join(folder, 'content/redirects.yaml'));
    const { exitCode, stdout, stderr } = await run(folder, 'HEAD');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(
      'HEAD:content/edges/gap.mdx:5:11: error invalid-value  Unexpected `mayor` in `severity`, expected `blocker`, `major` or `minor`\n',
    );
    expect(stderr).toContain('HEAD:content/redirects.yaml:2:1: error yaml-syntax  ');
    expect(stderr).toMatch(/\nNothing was compared: content that cannot be read comes to nothing\n$/);
  });

  test.skipIf(process.platform === 'win32')('is what a link of a commit leads to outside of it', async () => {
    const folder = createRepository();
    const secret = join(createTree({ 'secret.mdx': renderEdge({ title: 'A secret' }) }), 'secret.mdx');
    symlinkSync(secret, join(folder, 'content/edges/link.mdx'));
    commitAll(folder, 'Link');
    const { exitCode, stdout, stderr } = await run(folder, 'HEAD~1', 'HEAD');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('HEAD:content/edges/link.mdx:1:1: error file-symlink  ');
  });
});

describe('the command line', () => {
  test.for([
    [[], 'Missing ref, expected a commit, a branch or a tag\n\nUsage: '],
    [['a', 'b', 'c'], 'Unexpected `c`, expected one ref or two\n'],
    [
      ['HEAD', '--format', 'markdwon'],
      'Unexpected format `markdwon`, expected text, markdown or json; did you mean `markdown`?\n',
    ],
    [['HEAD', '--exitcode'], "Unknown option '--exitcode'"],
  ] as const)('refuses %s', async ([args, says], { expect }) => {
    const { exitCode, stdout, stderr } = await run(createTree({}), ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('the README names its options, and no others', async () => {
    const { exitCode, stdout } = await run(createTree({}), '--help');
    expect(exitCode).toBe(0);
    const listed = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = '']) => option);
    const rows = readFileSync('README.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `npm run diff'));
    const named = rows.join('\n').match(/--[a-z][a-z-]+/g) ?? [];
    expect([...new Set(named)].sort()).toEqual(
      listed.filter((option) => !['--help', '--content'].includes(option)).sort(),
    );
  });
});
