import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Message } from '#report/message.ts';
import { rules } from '#tools/workflows/rules/rules.ts';
import { createTree } from '../../store/trees.ts';
import { createRepository, runCommand } from './run-workflows.ts';

const fixtures = 'tests/fixtures/workflows';
const ruleIds = [...rules.map(({ id }) => id), 'workflow-syntax'].sort();

function readFixture(id: string, which: 'fail' | 'pass'): string {
  return readFileSync(`${fixtures}/${id}/${which}.yml`, 'utf8');
}

const fine = readFixture('top-level-permissions', 'pass');

test('the workflows of this repository have no message', async () => {
  const { exitCode, stdout, stderr } = await runCommand(resolve('.'));
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
  expect(stderr).toMatch(/^0 errors in [1-9]\d* workflows?\n$/);
});

test('the fixture folders are the rules', () => {
  expect(readdirSync(fixtures).sort()).toEqual(ruleIds);
});

describe('a workflow that breaks a rule', () => {
  test.for(ruleIds)('%s', async (id, { expect }) => {
    const { exitCode, stdout } = await runCommand(createRepository({ 'fail.yml': readFixture(id, 'fail') }));
    expect(exitCode).toBe(id === 'workflow-syntax' ? 2 : 1);
    await expect(stdout).toMatchFileSnapshot(`../../fixtures/workflows/${id}/expected.txt`);
    const named = [...stdout.matchAll(/^\S+:\d+:\d+: error ([a-z-]+) {2}/gm)].map(([, rule]) => rule);
    expect(new Set(named)).toEqual(new Set([id]));
  });
});

describe('its mended twin has no message', () => {
  test.for(ruleIds)('%s', async (id, { expect }) => {
    const run = await runCommand(createRepository({ 'pass.yml': readFixture(id, 'pass') }));
    expect(run).toEqual({ exitCode: 0, stdout: '', stderr: '0 errors in 1 workflow\n' });
  });
});

describe('what GitHub would not take', () => {
  const syntax = 'error workflow-syntax  Unexpected syntax, expected a workflow that GitHub accepts:';

  test.each([
    ['an empty file', '', '1:1', 'Expected a scalar value, a sequence, or a mapping'],
    ['a list', '- push\n', '1:1', 'A sequence was not expected'],
    [
      'YAML that does not parse',
      'on: push\njobs: [\n',
      '3:1',
      'Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a key that stands twice', `${fine}on: push\n`, '12:1', "'on' is already defined"],
    [
      'a job that waits for one that is not there',
      `${fine}  test:\n    needs: biuld\n    permissions: {}\n    timeout-minutes: 5\n    runs-on: ubuntu-latest\n    steps: []\n`,
      '13:12',
      "Job 'test' depends on unknown job 'biuld'.",
    ],
    ['an event that there is not', fine.replace('on: push', 'on: pushed'), '2:5', "Unexpected value 'pushed'"],
    [
      'a day that there is not',
      fine.replace('on: push', "on:\n  schedule:\n    - cron: '0 0 32 1 *'"),
      '4:13',
      "Invalid cron expression. Expected format: '* * * * *' (minute hour day month weekday)",
    ],
  ])('%s', async (_name, text, place, reason) => {
    expect(await runCommand(createRepository({ 'a.yml': text }))).toEqual({
      exitCode: 2,
      stdout: `.github/workflows/a.yml:${place}: ${syntax} ${reason}\n`,
      stderr: '1 error in 1 workflow\n',
    });
  });

  test('keeps no message of another file from being told, in the order of the files', async () => {
    const { exitCode, stdout } = await runCommand(
      createRepository({
        'b.yaml': fine.replace('permissions: {}\n', ''),
        'a.yml': '- push\n',
        'c.txt': 'no workflow',
      }),
    );
    expect(stdout).toBe(
      `.github/workflows/a.yml:1:1: ${syntax} A sequence was not expected\n` +
        '.github/workflows/b.yaml:1:1: error top-level-permissions  Missing `permissions`, expected `permissions: {}` at the top of the workflow\n',
    );
    expect(exitCode).toBe(2);
  });
});

describe('messages', () => {
  test('cannot steer a terminal or a log with what a workflow says', async () => {
    const expression = "${{ env.x ||\\n'::error::\\e[31m' }}";
    const hostile = fine.replace('npm run build', `"echo ${expression}"`);
    const reason =
      "Unexpected expression `${{ env.x ||\\u000a'::error::\\u001b[31m' }}` in `run`, expected a variable of the shell";
    const runs = ['pretty', 'github'].map((format) =>
      runCommand(createRepository({ 'a.yml': hostile }), ['--format', format]),
    );
    expect((await Promise.all(runs)).map(({ exitCode, stdout }) => ({ exitCode, stdout }))).toEqual([
      {
        exitCode: 1,
        stdout: `.github/workflows/a.yml:11:14: error expression-in-run  ${reason}\n  hint: give it to the step through \`env\`, and write \`"$NAME"\` here\n`,
      },
      {
        exitCode: 1,
        stdout: `::error file=.github/workflows/a.yml,line=11,col=14,title=expression-in-run::${reason}. give it to the step through \`env\`, and write \`"$NAME"\` here\n`,
      },
    ]);
  });

  test('come as JSON with the documented keys', async () => {
    const repository = createRepository({ 'a.yml': fine.replace('    timeout-minutes: 5\n', '') });
    const { stdout } = await runCommand(repository, ['--format', 'json']);
    expect((JSON.parse(stdout) as { messages: Message[] }).messages).toEqual([
      {
        ruleId: 'job-timeout',
        level: 'error',
        file: '.github/workflows/a.yml',
        line: 5,
        column: 3,
        reason: 'Missing `timeout-minutes` of the job `build`, expected a number',
      },
    ]);
  });

  test('have the right places in a file with the line endings of Windows', async () => {
    const text = readFixture('unknown-script', 'fail');
    const runs = [text, text.replaceAll('\n', '\r\n')].map((one) => runCommand(createRepository({ 'a.yml': one })));
    const [unix, windows] = await Promise.all(runs);
    expect(windows).toEqual(unix);
  });
});

describe('the command line', () => {
  test('--help explains options and exit codes', async () => {
    const { exitCode, stdout, stderr } = await runCommand('.', ['--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npm run check:workflows -- [^]*--format FORMAT[^]*Exit codes: 0 fine/);
  });

  test.each([
    [['--format', 'jsn'], 'Unexpected format `jsn`, expected pretty, json or github; did you mean `json`?\n'],
    [['--formats', 'json'], "Unknown option '--formats'"],
    [['a.yml'], "Unexpected argument 'a.yml'"],
  ])('refuses %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await runCommand('.', args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test.each([
    ['without workflows', { 'package.json': '{}' }, 'ENOENT: no such file or directory'],
    ['without a package.json', { '.github/workflows/a.yml': fine }, 'ENOENT: no such file or directory'],
    ['with a broken package.json', { '.github/workflows/a.yml': fine, 'package.json': '{' }, 'Expected property name'],
  ])('refuses a folder %s', async (_name, files, message) => {
    const { exitCode, stdout, stderr } = await runCommand(createTree(files));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`Unexpected folder, expected one with workflows and a package.json: ${message}`);
  });
});
