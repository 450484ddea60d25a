import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isUnreadable, ruleCatalogue, ruleIds, type RuleId } from '#model/rules/catalogue.ts';
import type { Message } from '#report/message.ts';
import { copyTree, describeTree, makeFolder, runCheck } from './run-check.ts';

const fixtures = 'tests/fixtures/check';
const cases = `${fixtures}/cases`;

/** Bad input beyond one fixture a rule: the exit code, and the rules that speak, in the order of their names. */
const casesByName: Record<string, [exitCode: 1 | 2, ...RuleId[]]> = {
  'assessment-in-the-future': [1, 'future-date'],
  'assessments-out-of-order': [1, 'assessment-order'],
  'carriage-returns-in-the-middle': [1, 'file-line-endings'],
  'component-misspelt': [1, 'forbidden-markup', 'unknown-component'],
  'component-unclosed': [2, 'mdx-syntax'],
  'component-with-wrong-attribute': [1, 'unknown-component'],
  'duplicate-yaml-keys': [2, 'yaml-syntax'],
  'event-handler': [1, 'code-in-content', 'forbidden-markup'],
  'front-matter-empty': [1, 'invalid-value'],
  'front-matter-is-a-list': [1, 'invalid-value'],
  'front-matter-unclosed': [2, 'front-matter-missing'],
  'headings-with-one-anchor': [1, 'duplicate-heading'],
  'hostile-text': [1, 'invalid-value', 'unknown-key', 'unsourced-link'],
  'ids-differing-by-case': [1, 'bad-id', 'duplicate-id'],
  'iframe-element': [1, 'forbidden-markup'],
  'inline-style': [1, 'code-in-content', 'forbidden-markup'],
  'javascript-link': [1, 'forbidden-markup'],
  'latest-docset-in-url': [1, 'url-latest-docset'],
  'link-health-edited-by-hand': [1, 'invalid-value'],
  'link-health-in-the-future': [1, 'future-date'],
  'link-health-merge-conflict': [2, 'yaml-syntax'],
  'link-health-twice-one-citation': [1, 'duplicate-id'],
  'link-to-a-draft': [1, 'broken-internal-link', 'draft-entry'],
  'many-problems': [
    2,
    'file-empty',
    'file-unexpected',
    'forbidden-markup',
    'future-date',
    'heading-level',
    'invalid-value',
    'mdx-syntax',
    'missing-expectation',
    'missing-key',
    'placeholder-text',
    'unknown-key',
    'unknown-reference',
    'unsourced-link',
    'url-insecure',
    'yaml-syntax',
  ],
  'not-utf-8': [2, 'file-binary'],
  'published-entry-made-a-draft': [1, 'draft-entry', 'removed-id', 'uncited-source'],
  'sample-missing-record': [1, 'file-unexpected'],
  'sample-subfolder': [1, 'file-unexpected'],
  'sample-record-symlink': [2, 'file-symlink'],
  'sample-symlink': [2, 'file-symlink'],
  'sample-unknown-key': [1, 'unknown-key'],
  'redirect-from-the-future': [1, 'future-date'],
  'redirects-malformed': [1, 'invalid-value', 'missing-key', 'unknown-key'],
  'script-element': [1, 'forbidden-markup'],
  'several-url-faults-in-one': [
    1,
    'url-credentials',
    'url-html-entity',
    'url-insecure',
    'url-percent-escape',
    'url-private-host',
    'url-trailing-punctuation',
  ],
  'snapshot-edited-by-hand': [1, 'invalid-value'],
  'snapshot-merge-conflict': [2, 'yaml-syntax'],
  'snapshot-of-another-version': [1, 'invalid-value'],
  'snapshot-unparsable': [2, 'yaml-syntax'],
  'source-is-a-word': [1, 'invalid-value'],
  symlinks: [2, 'file-symlink'],
  'unreadable-entry-keeps-its-sources': [1, 'invalid-value'],
  'unreadable-source-keeps-its-mentions': [1, 'invalid-value'],
  'verdicts-edited-by-hand': [1, 'invalid-value'],
  'verdicts-unparsable': [2, 'yaml-syntax'],
  'waivers-malformed': [1, 'invalid-value', 'missing-key', 'unknown-key'],
  'white-space-only': [2, 'file-empty'],
  'words-far-into-a-paragraph': [1, 'absolute-claim', 'placeholder-text'],
  'words-in-fields': [1, 'absolute-claim'],
  'wrong-extension': [1, 'file-unexpected'],
  'wrong-type': [1, 'invalid-value'],
  'yaml-alias-bomb': [2, 'yaml-syntax'],
  'yaml-alias-to-itself': [1, 'invalid-value', 'missing-key'],
  'yaml-custom-tag': [2, 'yaml-syntax'],
  'yaml-merge-conflict': [2, 'yaml-syntax'],
  'yaml-prototype-key': [1, 'unknown-key'],
  'yaml-tab-indent': [2, 'yaml-syntax'],
  'yaml-two-documents': [2, 'yaml-syntax'],
};

/** Rules that a fixture cannot break alone: a mention of a draft needs a draft. */
const companions: Partial<Record<RuleId, RuleId>> = { 'draft-referenced': 'draft-entry' };

/** Too large to store: the tests write it. */
const unstored = 'file-too-large' satisfies RuleId;

function readRuleIds(stdout: string): string[] {
  return [
    ...new Set([...stdout.matchAll(/^\S.*?:\d+:\d+: (?:error|warning) ([a-z-]+) {2}/gm)].map(([, id]) => id ?? '')),
  ].sort();
}

function deriveExpectedExit(id: RuleId): number {
  if (isUnreadable(id)) return 2;
  return ruleCatalogue[id].level === 'error' ? 1 : 0;
}

/** The one part of a message that depends on the day of the test. */
function hideToday(stdout: string): string {
  return stdout.replaceAll(/today \(`\d{4}-\d\d-\d\d`\)/g, 'today (`YYYY-MM-DD`)');
}

const steering = /(?!\n)\p{Cc}|[\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

describe('every rule has its page and its fixtures', () => {
  test('the fixture folders are the rules', () => {
    expect(
      readdirSync(fixtures)
        .filter((name) => name !== 'cases')
        .sort(),
    ).toEqual(ruleIds.toSorted());
  });

  test('the pages in content/rules are the rules', () => {
    expect(readdirSync('content/rules').sort()).toEqual(ruleIds.map((id) => `${id}.mdx`).sort());
  });

  test('the folders of cases are the cases named here', () => {
    expect(readdirSync(cases).sort()).toEqual(Object.keys(casesByName).sort());
  });

  test.for(ruleIds)('the page of %s says why, and shows what is refused and what is accepted', (id) => {
    const headings = [...readFileSync(`content/rules/${id}.mdx`, 'utf8').matchAll(/^## (.+)$/gm)]
      .map(([, text]) => text)
      .filter((text) => ['Why', 'Refused', 'Accepted', 'How to mend it'].includes(text ?? ''));
    expect(headings.slice(0, 3)).toEqual(['Why', 'Refused', 'Accepted']);
  });
});

describe('a tree that breaks a rule', () => {
  test.concurrent.for(ruleIds.filter((id) => id !== unstored))('%s', async (id, { expect }) => {
    const fixture = `${fixtures}/${id}/fail`;
    const { exitCode, stdout, stderr } = await runCheck(['--content', `${fixture}/content`]);
    expect(readRuleIds(stdout)).toEqual([id, companions[id]].filter((name) => name !== undefined).sort());
    expect(exitCode).toBe(deriveExpectedExit(id));
    expect(stderr).toMatch(/^\d+ errors?, \d+ warnings? in \d+ files?\n$/);
    await expect(hideToday(stdout)).toMatchFileSnapshot(join('../../..', fixture, 'expected.txt'));
  });

  test('file-too-large', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'content/edges'), { recursive: true });
    writeFileSync(
      join(folder, 'content/edges/synchronous-db-access.mdx'),
      `---\ntitle: Database access\n---\n\n${'Queries block. '.repeat(350_000)}\n`,
    );
    const { exitCode, stdout } = await runCheck([], { cwd: folder });
    expect(exitCode).toBe(2);
    await expect(stdout).toMatchFileSnapshot(join('../../..', fixtures, unstored, 'fail/expected.txt'));
  });
});

describe('its mended twin has no message', () => {
  test.concurrent.for(ruleIds)('%s', async (id, { expect }) => {
    const { exitCode, stdout, stderr } = await runCheck(['--content', `${fixtures}/${id}/pass/content`]);
    expect(stdout).toBe('');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^0 errors, 0 warnings in [1-9]\d* files?\n$/);
  });

  test('a file of exactly 512 KiB is read, and one byte more is not', async () => {
    const folder = copyTree(`${fixtures}/${unstored}/pass`);
    const file = join(folder, 'content/questions/gil-release.mdx');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text + '\n'.repeat(512 * 1024 - Buffer.byteLength(text)));
    expect(await runCheck([], { cwd: folder })).toMatchObject({ exitCode: 0, stdout: '' });
    writeFileSync(file, text + '\n'.repeat(512 * 1024 - Buffer.byteLength(text) + 1));
    const { exitCode, stdout } = await runCheck([], { cwd: folder });
    expect(readRuleIds(stdout)).toEqual(['file-too-large']);
    expect(exitCode).toBe(2);
  });
});

describe('bad input', () => {
  test.concurrent.for(Object.entries(casesByName))('%s', async ([name, [expectedExit, ...rules]], { expect }) => {
    const { exitCode, stdout } = await runCheck(['--content', `${cases}/${name}/content`]);
    expect(readRuleIds(stdout)).toEqual(rules);
    expect(exitCode).toBe(expectedExit);
    expect(stdout).not.toMatch(steering);
    await expect(hideToday(stdout)).toMatchFileSnapshot(join('../../..', cases, name, 'expected.txt'));
  });

  test.skipIf(process.platform === 'win32')('a file name cannot steer a terminal or a log', async () => {
    const folder = copyTree(`${fixtures}/${unstored}/pass`);
    const name = 'a,b:c%d\u001b[31m\n::error::owned\u202e.mdx';
    writeFileSync(join(folder, 'content/questions', name), '');
    const pretty = await runCheck([], { cwd: folder });
    expect(pretty.stdout).not.toMatch(steering);
    expect(pretty.stdout.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
    const github = await runCheck(['--format', 'github'], { cwd: folder });
    expect(github.stdout).not.toMatch(steering);
    const lines = github.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toContain(
        '::error file=content/questions/a%2Cb%3Ac%25d\\u001b[31m\\u000a%3A%3Aerror%3A%3Aowned\\u202e.mdx,line=1,col=1,title=',
      );
    }
  });

  test('nothing is written, neither to the tree nor to the working directory', async () => {
    for (const name of ['many-problems', 'hostile-text', 'symlinks', 'yaml-alias-bomb']) {
      const folder = copyTree(`${cases}/${name}`);
      const before = describeTree(folder);
      for (const format of ['pretty', 'json', 'github']) await runCheck(['--format', format], { cwd: folder });
      expect(describeTree(folder)).toEqual(before);
    }
  });
});

describe('formats', () => {
  const trees = ['many-problems', 'hostile-text', 'link-to-a-draft'].map((name) => `${cases}/${name}/content`);

  test.concurrent.for(trees)(
    'json holds every message of %s with exactly the documented keys',
    async (tree, { expect }) => {
      const pretty = await runCheck(['--content', tree]);
      const { exitCode, stdout } = await runCheck(['--content', tree, '--format', 'json']);
      expect(exitCode).toBe(pretty.exitCode);
      const report = JSON.parse(stdout) as { messages: Message[] };
      expect(Object.keys(report)).toEqual(['messages']);
      for (const message of report.messages) {
        const { ruleId, level, file, line, column, reason, hint = 'none' } = message;
        const keys = Object.keys(message).filter((key) => key !== 'hint');
        expect(keys.sort()).toEqual(['column', 'file', 'level', 'line', 'reason', 'ruleId']);
        expect(ruleIds).toContain(ruleId);
        expect(['error', 'warning']).toContain(level);
        expect(file.startsWith(`${tree}/`) && existsSync(file)).toBe(true);
        expect([line, column].every((count) => Number.isInteger(count) && count >= 1)).toBe(true);
        expect(reason.trim()).not.toBe('');
        expect(hint.trim()).not.toBe('');
      }
      expect(
        report.messages.map(({ file, line, column, level, ruleId }) => `${file}:${line}:${column}: ${level} ${ruleId}`),
      ).toEqual(pretty.stdout.split('\n').flatMap((line) => /^(\S+:\d+:\d+: \w+ [a-z-]+) {2}/.exec(line)?.[1] ?? []));
    },
  );

  test.concurrent.for(trees)('github says every message of %s in one workflow command', async (tree, { expect }) => {
    const pretty = await runCheck(['--content', tree]);
    const { exitCode, stdout } = await runCheck(['--content', tree, '--format', 'github']);
    expect(exitCode).toBe(pretty.exitCode);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(pretty.stdout.split('\n').filter((line) => /^\S/.test(line)).length);
    for (const line of lines) {
      expect(line).toMatch(
        /^::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::Unexpected |^::error file=[^,:]+,line=\d+,col=\d+,title=missing-key::Missing /,
      );
      expect(line).not.toMatch(steering);
      expect(line.replaceAll(/%(25|0A|0D|3A|2C)/g, '')).not.toContain('%');
    }
  });

  test('github escapes percent signs, so that a link cannot become a second command', async () => {
    const { stdout } = await runCheck(['--content', `${cases}/hostile-text/content`, '--format', 'github']);
    expect(stdout).toContain('Unexpected link to `https://peps.python.org/%250A::error::owned/?a=b,c:d`');
  });

  test('a clean tree is an empty list in json and nothing in github', async () => {
    const tree = `${fixtures}/file-empty/pass/content`;
    expect(JSON.parse((await runCheck(['--content', tree, '--format', 'json'])).stdout)).toEqual({ messages: [] });
    expect(await runCheck(['--content', tree, '--format', 'github'])).toMatchObject({ exitCode: 0, stdout: '' });
  });
});

describe('the command line', () => {
  test.for(['--help', '-h'])('%s explains options and exit codes', async (option) => {
    const { exitCode, stdout, stderr } = await runCheck([option]);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Usage: npm run check:content/);
    for (const word of [
      '--content DIR',
      '--format FORMAT',
      'pretty, json or github',
      'AS_OF=YYYY-MM-DD',
      'Exit codes:',
    ])
      expect(stdout).toContain(word);
  });

  test.for([
    { says: "Unknown option '--contents'", args: ['--contents', 'content'] },
    { says: "Unexpected argument 'content'", args: ['content'] },
    { says: "'--format <value>' argument missing", args: ['--format'] },
    { says: 'Unexpected format `jsn`, expected pretty, json, github; did you mean `json`?', args: ['--format', 'jsn'] },
    { says: 'Unexpected format `sarif-2.1`, expected pretty, json, github\n', args: ['--format', 'sarif-2.1'] },
    { says: 'Unexpected `--content no-such-folder`, expected a directory', args: ['--content', 'no-such-folder'] },
    { says: 'Unexpected `--content package.json`, expected a directory', args: ['--content', 'package.json'] },
  ])('refuses $args: $says', async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await runCheck(args);
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  test.for(['yesterday', '2026-02-30', '20261121', '2026-11-21T00:00:00Z', ''])('refuses AS_OF=%s', async (asOf) => {
    const { exitCode, stdout, stderr } = await runCheck(['--content', `${fixtures}/file-empty/pass/content`], { asOf });
    expect(stderr).toBe(`Unexpected \`AS_OF=${asOf}\`, expected a day as \`YYYY-MM-DD\`\n`);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  test('without AS_OF the day is today', async () => {
    expect(await runCheck(['--content', `${fixtures}/file-empty/pass/content`], { asOf: null })).toMatchObject({
      exitCode: 0,
      stdout: '',
    });
  });

  test('AS_OF decides what is stale, to the day', async () => {
    const tree = `${fixtures}/stale-assessment/fail/content`;
    expect(await runCheck(['--content', tree], { asOf: '2026-02-13' })).toMatchObject({ exitCode: 0, stdout: '' });
    expect(readRuleIds((await runCheck(['--content', tree], { asOf: '2026-02-14' })).stdout)).toEqual([
      'stale-assessment',
    ]);
  });

  test('checks the content of the working directory when none is named', async () => {
    const folder = copyTree(`${fixtures}/absolute-claim/fail`);
    const { stdout } = await runCheck([], { cwd: folder });
    expect(stdout).toMatch(/^content\/edges\/synchronous-db-access\.mdx:3:10: error absolute-claim {2}/);
  });

  test('shows a tree outside the working directory by its whole path', async () => {
    const folder = copyTree(`${fixtures}/absolute-claim/fail`);
    const { stdout } = await runCheck(['--content', join(folder, 'content')]);
    expect(stdout).toContain(`${folder.replaceAll('\\', '/')}/content/edges/synchronous-db-access.mdx:3:10: `);
    expect(basename(folder)).toMatch(/^check-/);
  });

  test('an empty tree is fine', async () => {
    expect(await runCheck(['--content', makeFolder()])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '0 errors, 0 warnings in 0 files\n',
    });
  });
});
