import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { usage } from '#tools/reviews/arguments.ts';
import { createTree } from '../../store/trees.ts';

const command = resolve('src/tools/reviews/cli.ts');
const compileCache = mkdtempSync(join(tmpdir(), 'reviews-cache-'));
afterAll(() => {
  rmSync(compileCache, { recursive: true, force: true });
});

interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real command in a folder, on a day. */
function runCommand(cwd: string, args: readonly string[] = [], asOf = '2026-11-21'): Promise<Run> {
  return new Promise((done) => {
    const env = { ...process.env, AS_OF: asOf, NODE_COMPILE_CACHE: compileCache };
    const child = execFile(process.execPath, [command, ...args], { cwd, env }, (_error, stdout, stderr) => {
      done({ exitCode: child.exitCode, stdout, stderr });
    });
  });
}

function renderGuide(on: string, more = ''): string {
  return `---
title: A guide
summary: What it says.
order: 1
audience: A team.
origin:
  document: analysis
  section: A section
  item: '1'
${more}assessments:
  - on: ${on}
    summary: What was read.
    evidence:
      - source: analysis
        stance: supports
        kind: vendor-doc
        shows: What it shows.
        confidence: high
---

Text.
`;
}

const source = `title: A manual
publisher: A publisher
kind: documentation
url: https://example.org/manual
expect:
  terms: [a term]
`;

/** A guide that was due on 2026-06-30, one that is due on 2026-12-01, and one that is due on 2027-05-19. */
function createContent(more: Readonly<Record<string, string>> = {}): string {
  return createTree({
    'content/sources/analysis.yaml': source,
    'content/guides/late.mdx': renderGuide('2026-01-01', 'owner: Team A\n'),
    'content/guides/next.mdx': renderGuide('2026-06-04'),
    'content/guides/new.mdx': renderGuide('2026-11-20'),
    ...more,
  });
}

const late = `content/guides/late.mdx:12:9: warning review-overdue  Unexpected age of the judgement of 2026-01-01 on 2026-11-21, expected a newer one by 2026-06-30: 144 days overdue
  hint: read 1 source, then add a judgement with the day; Team A looks after it
`;
const next = `content/guides/next.mdx:11:9: warning review-due  Unexpected age of the judgement of 2026-06-04 after 2026-12-01, expected a newer one by then: in 10 days
  hint: read 1 source, then add a judgement with the day; nobody has taken it on yet
`;

describe('the list of reviews', () => {
  test('tells what is overdue and what falls due within 30 days, and is no failure by itself', async () => {
    expect(await runCommand(createContent())).toEqual({
      exitCode: 0,
      stdout: late + next,
      stderr: '1 overdue, 1 due within 30 days, of 3 reviews on 2026-11-21\n',
    });
  });

  test('looks as far ahead as it is told', async () => {
    const content = createContent();
    const [none, all] = await Promise.all([
      runCommand(content, ['--due-within', '0d']),
      runCommand(content, ['--due-within=179d']),
    ]);
    expect(none.stdout).toBe(late);
    expect(all.stdout).toContain('content/guides/new.mdx:11:9: warning review-due  ');
    expect(all.stderr).toBe('1 overdue, 2 due within 179 days, of 3 reviews on 2026-11-21\n');
  });

  test('counts the day itself as due, and not as overdue', async () => {
    const { stdout, exitCode } = await runCommand(createContent(), ['--fail-on', 'overdue'], '2026-06-30');
    expect(stdout).toContain('expected a newer one by then: today\n');
    expect(exitCode).toBe(0);
  });

  test('can be that of one owner', async () => {
    expect(await runCommand(createContent(), ['--owner', 'Team A'])).toEqual({
      exitCode: 0,
      stdout: late,
      stderr: '1 overdue, 0 due within 30 days, of 1 review on 2026-11-21\n',
    });
  });

  test('leaves drafts out', async () => {
    const content = createContent({ 'content/guides/draft.mdx': renderGuide('2025-01-01', 'draft: true\n') });
    expect((await runCommand(content)).stdout).toBe(late + next);
  });
});

describe('a scheduled job', () => {
  test('fails on what is overdue, and only warns of what falls due', async () => {
    const { exitCode, stdout } = await runCommand(createContent(), ['--fail-on', 'overdue', '--format', 'github']);
    expect(exitCode).toBe(1);
    expect(stdout.split('\n').map((line) => line.slice(0, line.indexOf(',')))).toEqual([
      '::error file=content/guides/late.mdx',
      '::warning file=content/guides/next.mdx',
      '',
    ]);
  });

  test('passes when nothing is overdue', async () => {
    const { exitCode } = await runCommand(createContent(), ['--fail-on', 'overdue'], '2026-06-15');
    expect(exitCode).toBe(0);
  });

  test('can fail on what falls due, too', async () => {
    const content = createContent();
    const [due, later] = await Promise.all([
      runCommand(content, ['--fail-on', 'due', '--due-within', '20d'], '2026-06-15'),
      runCommand(content, ['--fail-on', 'due', '--due-within', '10d'], '2026-06-15'),
    ]);
    expect(due.exitCode).toBe(1);
    expect(due.stdout).toContain(': error review-due  ');
    expect(later.exitCode).toBe(0);
  });
});

test('another program gets days, owner and work as data', async () => {
  const { stdout, exitCode } = await runCommand(createContent(), ['--format', 'json', '--due-within', '0d']);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    asOf: '2026-11-21',
    withinDays: 0,
    counts: { overdue: 1, due: 1, all: 3 },
    reviews: [
      {
        collection: 'guides',
        id: 'late',
        title: 'A guide',
        file: 'content/guides/late.mdx',
        line: 12,
        column: 9,
        owner: 'Team A',
        judgedOn: '2026-01-01',
        dueOn: '2026-06-30',
        daysLeft: -144,
        overdue: true,
        verification: 'stale',
        renewal: { read: ['analysis'], measure: [], search: [], run: [] },
      },
    ],
  });
});

test('text of the content steers neither a terminal nor a log', async () => {
  const content = createContent({
    'content/guides/late.mdx': renderGuide('2026-01-01', 'owner: "\\e[31m\\u202eTeam %0A::error::x"\n'),
  });
  const runs = await Promise.all([
    runCommand(content),
    runCommand(content, ['--format', 'github']),
    runCommand(content, ['--format', 'json']),
    runCommand(content, ['--owner', 'Team']),
  ]);
  for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toMatch(/[\u001b\u202e]/);
  expect(runs[1].stdout).toContain('%250A::error::x');
});

describe('bad input', () => {
  test('is refused with what was expected', async () => {
    const content = createContent();
    const refusals: [string[], string][] = [
      [['--due-within', '30'], 'Unexpected `--due-within 30`, expected days from `0d` to `9999d`\n'],
      [['--due-within=-3d'], 'Unexpected `--due-within -3d`, expected days from `0d` to `9999d`\n'],
      [['--fail-on', 'overdu'], 'Unexpected `--fail-on overdu`, expected overdue or due; did you mean `overdue`?\n'],
      [['--format', 'xml'], 'Unexpected `--format xml`, expected pretty, json or github\n'],
      [['--content', 'no-such'], 'Unexpected `--content no-such`, expected a directory\n'],
      [['--owner', 'Team B'], 'Unexpected `--owner Team B`, expected Team A; did you mean `Team A`?\n'],
    ];
    for (const [args, stderr] of refusals) {
      expect(await runCommand(content, args), args.join(' ')).toEqual({ exitCode: 2, stdout: '', stderr });
    }
    const unknown = await runCommand(content, ['--due']);
    expect([unknown.exitCode, unknown.stderr.endsWith(usage)]).toEqual([2, true]);
    expect(await runCommand(content, [], 'tomorrow')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Unexpected `AS_OF=tomorrow`, expected a day as `YYYY-MM-DD`\n',
    });
  });

  test('says that nobody owns anything when an owner is asked for', async () => {
    const content = createTree({ 'content/sources/analysis.yaml': source });
    expect((await runCommand(content, ['--owner', 'Team A'])).stderr).toBe(
      'Unexpected `--owner Team A`: no entry has an owner yet\n',
    );
  });

  test('does not hide that an entry could not be read: what it holds is missing from the list', async () => {
    const content = createContent({ 'content/guides/broken.mdx': 'no front matter\n' });
    const { exitCode, stdout, stderr } = await runCommand(content);
    expect([exitCode, stdout]).toEqual([2, late + next]);
    expect(stderr).toContain('content/guides/broken.mdx:1:1: error front-matter-missing  ');
  });
});

test('the help is the usage, and names every exit code that there is', async () => {
  const { exitCode, stdout } = await runCommand(createContent(), ['--help']);
  expect([exitCode, stdout]).toEqual([0, usage]);
  expect(usage).toContain('Exit codes: 0 fine, 1 findings (with --fail-on), 2 usage or content that cannot be read');
});
