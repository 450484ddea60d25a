import { execFile, execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { usage } from '#tools/links/arguments.ts';
import { startServer } from './loopback/server.ts';

const directories: string[] = [];

afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

/** A content tree with these sources, by id. */
function createTree(sources: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'links-'));
  directories.push(directory);
  mkdirSync(join(directory, 'content/sources'), { recursive: true });
  for (const [id, url] of Object.entries(sources)) {
    writeFileSync(
      join(directory, `content/sources/${id}.yaml`),
      `title: A page\npublisher: Somebody\nkind: documentation\nurl: '${url}'\nexpect:\n  heading: Async\n`,
    );
  }
  return directory;
}

/** Runs the real command in a tree. */
function runLinks(directory: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const cli = join(process.cwd(), 'src/tools/links/cli.ts');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { cwd: directory, env: { PATH: process.env.PATH } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

test('the help says what the README says', async () => {
  const { code, stdout } = await runLinks(createTree({}), '--help');
  expect({ code, stdout }).toEqual({ code: 0, stdout: usage });
  const readme = readFileSync('README.md', 'utf8');
  const commands = [...usage.matchAll(/^ {2}([a-z]+)(?: lookup)?(?: [A-Z|.]+)? {2,}/gm)].map(([, name]) => name);
  expect(commands.length).toBeGreaterThan(7);
  expect(commands.filter((name) => !readme.includes(`npm run links -- ${name ?? ''}`))).toEqual([]);
});

describe('a command that cannot be carried out is refused with exit code 2 and one line', () => {
  test.each([
    [['chek'], /^Unexpected command `chek`, expected .*did you mean `check`\?\n$/],
    [['check', '--budgt', '5m'], /^Unexpected option `--budgt`, .*did you mean `--budget`\?\n$/],
    [['check', '--all', '--due'], /^Unexpected `--all` beside `--due`, expected one of them\n$/],
    [['check', '--id', 'not-there'], /^Unexpected `--id not-there`, expected the id of a source with a URL\n$/],
    [['accept', 'not-there'], /^Unexpected `not-there`, expected the id of a source with a URL\n$/],
    [['explain', 'not-there'], /^Unexpected `not-there`, expected the id of a source with a URL, or a URL\n$/],
    [['merge', 'not-there.json'], /^Unexpected lack of not-there.json, expected the report of a shard\n$/],
    [['check', '--changed-since', 'no-such-ref'], /^Unexpected `--changed-since no-such-ref`, expected a commit.*\n$/],
  ])('%j', async (args, line) => {
    const { code, stdout, stderr } = await runLinks(createTree({ 'a-page': 'https://docs.example.org/a' }), ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(line);
  });

  test('a record that cannot be read, and it is left as it is', async () => {
    const directory = createTree({ 'a-page': 'https://docs.example.org/a' });
    mkdirSync(join(directory, 'content/generated'));
    const file = join(directory, 'content/generated/link-health.json');
    writeFileSync(file, '<<<<<<< HEAD\n{}\n');
    const { code, stderr } = await runLinks(directory, 'check', '--all');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^content\/generated\/link-health\.json:1:1: error /);
    expect(readFileSync(file, 'utf8')).toBe('<<<<<<< HEAD\n{}\n');
  });
});

describe('a run of what changed', () => {
  function createRepository(): string {
    const directory = createTree({
      'a-page': 'https://docs.example.invalid/a',
      'b-page': 'https://docs.example.invalid/b',
    });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: directory });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'Begin');
    return directory;
  }

  test('has nothing to do when no citation did, and a note or a date is none', async () => {
    const directory = createRepository();
    appendFileSync(join(directory, 'content/sources/a-page.yaml'), 'note: Read it with care.\n');
    const { code, stderr } = await runLinks(directory, 'check', '--changed-since', 'HEAD');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'Nothing to check: no citation is due; `--all` checks every one\n',
    });
  });

  test('plans the citations whose expectation changed, and those that are new', async () => {
    const directory = createRepository();
    appendFileSync(join(directory, 'content/sources/b-page.yaml'), '  terms: [streams]\n');
    writeFileSync(
      join(directory, 'content/sources/c-page.yaml'),
      "title: A page\npublisher: Somebody\nkind: documentation\nurl: 'https://docs.example.invalid/c'\nexpect:\n  heading: Async\n",
    );
    const report = join(directory, 'report.json');
    const { code } = await runLinks(directory, 'check', '--changed-since', 'HEAD', '--out', report);
    // The canaries cannot be reached: the plan is all there is.
    expect(code).toBe(3);
    const { planned, observations } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown>;
    expect({ planned, observations }).toEqual({ planned: ['b-page', 'c-page'], observations: [] });
  });
});

describe('without a network', () => {
  test('a run ends with 3 and words, writes nothing and marks no source', async () => {
    const directory = createTree({ 'a-page': 'https://docs.example.invalid/a' });
    const before = join(directory, 'before');
    cpSync(join(directory, 'content'), before, { recursive: true });
    // The canaries cannot be reached: tests have no network beyond loopback.
    const { code, stdout, stderr } = await runLinks(directory, 'check', '--all');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^Could not verify: Unexpected failure of the canary: .*Nothing was written/);
    expect(existsSync(join(directory, 'content/generated'))).toBe(false);
    expect(readFileSync(join(directory, 'content/sources/a-page.yaml'))).toEqual(
      readFileSync(join(before, 'sources/a-page.yaml')),
    );
  });

  test('the report says that nothing was verified', async () => {
    const { code, stdout } = await runLinks(createTree({ 'a-page': 'https://docs.example.org/a' }), 'report');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /1 citation: 0 verified, 0 unverifiable, 0 dead, 0 suspect, 0 waived, 1 not verified yet\n$/,
    );
  });
});

describe('the command cannot be made to reach this machine', () => {
  test.each(['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '127.1', 'localhost.'])(
    'by the host %s',
    async (host) => {
      await using server = await startServer({});
      const url = `http://${host}:${server.port}/`;
      const { code, stdout } = await runLinks(createTree({}), 'explain', url);
      expect(code).toBe(3);
      expect(stdout).toContain('refused (');
      expect(server.connections).toEqual([]);
    },
  );

  test('by a proxy of the environment', async () => {
    await using server = await startServer({});
    const proxy = `http://127.0.0.1:${server.port}`;
    const cli = join(process.cwd(), 'src/tools/links/cli.ts');
    const env = {
      PATH: process.env.PATH,
      HTTP_PROXY: proxy,
      HTTPS_PROXY: proxy,
      ALL_PROXY: proxy,
      NODE_USE_ENV_PROXY: '1',
    };
    await new Promise((resolve) => {
      const args = [cli, 'explain', 'https://docs.example.invalid/'];
      execFile(process.execPath, args, { cwd: createTree({}), env }, resolve);
    });
    expect(server.connections).toEqual([]);
  });
});
