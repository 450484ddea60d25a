import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds, templates } from '#tools/new/templates.ts';
import { createTree } from '../../store/trees.ts';
import { createSmallTree, renderSource } from './small-tree.ts';

/** Runs a tool of the project in a folder, as `npm run` would. */
function run(tool: 'new' | 'check', directory: string, ...args: string[]) {
  const cli = resolve(import.meta.dirname, `../../../src/tools/${tool}/cli.ts`);
  const env = { ...process.env, AS_OF: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: directory,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

/** Every file of a tree with its text. */
function readTree(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

/** The ids of the rules that the check names, each with its level. */
function listRules(directory: string): { status: number | null; rules: string[] } {
  const { status, stdout } = run('check', directory, '--format', 'json');
  const { messages } = JSON.parse(stdout) as { messages: { ruleId: string; level: string; file: string }[] };
  return { status, rules: messages.map(({ ruleId, level, file }) => `${level} ${ruleId} ${file}`) };
}

test('the small tree of these tests passes the check', () => {
  expect(listRules(createSmallTree())).toEqual({ status: 0, rules: [] });
});

describe('a scaffold', () => {
  test.each(kinds)('of a %s passes the check, which only says that it is a draft', (kind) => {
    const directory = createSmallTree();
    const file = `content/${templates[kind].collection}/a-new-one${templates[kind].extension}`;
    expect(run('new', directory, kind, 'a-new-one')).toEqual({
      status: 0,
      stdout: `Wrote ${file}. Fill it in, check it with \`npm run check:content\`, then remove \`draft: true\`.\n`,
      stderr: '',
    });
    expect(listRules(directory)).toEqual({ status: 0, rules: [`warning draft-entry ${file}`] });
  });

  test('of every kind passes the check beside one of every other kind', () => {
    const directory = createSmallTree();
    for (const kind of kinds) expect(run('new', directory, kind, `new-${kind}`).status).toBe(0);
    expect(run('new', directory, 'question', 'another-question').status).toBe(0);
    const { status, rules } = listRules(directory);
    expect(status).toBe(0);
    expect(rules).toHaveLength(kinds.length + 1);
    expect(rules.filter((rule) => !rule.startsWith('warning draft-entry '))).toEqual([]);
  });

  test('may be the first source of an empty content tree', () => {
    const directory = createTree({ 'content/.gitkeep': '' });
    expect(run('new', directory, 'source', 'manual').status).toBe(0);
    expect(listRules(directory)).toEqual({ status: 0, rules: ['warning draft-entry content/sources/manual.yaml'] });
  });

  test('goes to the content tree that is named', () => {
    const directory = createSmallTree();
    expect(
      run('new', resolve(directory, '..'), 'edge', 'an-edge', '--content', join(directory, 'content')).status,
    ).toBe(0);
    expect(existsSync(join(directory, 'content/edges/an-edge.mdx'))).toBe(true);
  });
});

/** What a refused command says; it exits with 2, writes nothing to standard output and changes no file. */
function refuse(directory: string, ...args: string[]): string {
  const before = readTree(directory);
  const { status, stdout, stderr } = run('new', directory, ...args);
  expect({ status, stdout, tree: readTree(directory) }).toEqual({ status: 2, stdout: '', tree: before });
  return stderr;
}

describe('a scaffold is refused', () => {
  test('with an id that would leave the folder', () => {
    expect(refuse(createSmallTree(), 'edge', '../escape')).toBe(
      'Unexpected id `../escape`, expected lower-case letters, digits and single hyphens, such as `no-native-asgi-hosting`\n',
    );
  });

  test('of a kind that nobody knows, with its near miss', () => {
    expect(refuse(createSmallTree(), 'egde', 'an-edge')).toBe(
      'Unexpected kind `egde`, expected pattern, edge, proposal, finding, guide, background, question, need, route or source; did you mean `edge`?\n',
    );
    expect(refuse(createSmallTree(), 'something-else', 'an-edge')).toBe(
      'Unexpected kind `something-else`, expected pattern, edge, proposal, finding, guide, background, question, need, route or source\n',
    );
  });

  test.each(['question', 'edge', 'guide'])('as a %s when an entry of any collection has the id', (kind) => {
    expect(refuse(createSmallTree(), kind, 'gil-release')).toBe(
      'Unexpected id `gil-release`, expected one that is free: content/questions/gil-release.mdx has it\n',
    );
  });

  test('when a file that cannot be read, or that is named in capitals, has the id', () => {
    const directory = createTree({
      'content/sources/analysis.yaml': renderSource('analysis'),
      'content/edges/broken.mdx': 'No front matter.\n',
      'content/edges/Loud.mdx': 'No front matter.\n',
    });
    expect(refuse(directory, 'pattern', 'broken')).toBe(
      'Unexpected id `broken`, expected one that is free: content/edges/broken.mdx has it\n',
    );
    expect(refuse(directory, 'pattern', 'loud')).toBe(
      'Unexpected id `loud`, expected one that is free: content/edges/Loud.mdx has it\n',
    );
  });

  test('when there is no source that it could come from', () => {
    expect(refuse(createTree({ 'content/.gitkeep': '' }), 'edge', 'an-edge')).toBe(
      'Unexpected content without sources, expected at least one to cite: scaffold it with `npm run new -- source <id>`\n',
    );
  });

  test('when there is no content', () => {
    expect(refuse(createTree({}), 'edge', 'an-edge')).toBe('Unexpected `--content content`, expected a directory\n');
  });

  test('without a kind and an id, or with more than those, and then the usage is shown', () => {
    const directory = createSmallTree();
    const usage = run('new', directory, '--help');
    expect([usage.status, usage.stderr]).toEqual([0, '']);
    for (const args of [[], ['edge'], ['edge', 'an-edge', 'another']]) {
      expect(refuse(directory, ...args)).toBe(usage.stdout);
    }
    expect(refuse(directory, 'edge', 'an-edge', '--force')).toMatch(/^Unknown option '--force'/);
  });
});

describe('a file that is there', () => {
  test('is never overwritten, a source by a source neither', () => {
    const directory = createSmallTree();
    expect(refuse(directory, 'source', 'analysis')).toBe(
      'Unexpected id `analysis`, expected one that is free: content/sources/analysis.yaml has it\n',
    );
  });

  test('does not stand in the way of a source with the id of an entry, or the other way round', () => {
    const directory = createSmallTree();
    expect(run('new', directory, 'source', 'gil-release').status).toBe(0);
    expect(run('new', directory, 'edge', 'analysis').status).toBe(0);
    expect(listRules(directory).status).toBe(0);
  });

  test('may be a link that leads nowhere, and then nothing is written through it', () => {
    const directory = createSmallTree();
    mkdirSync(join(directory, 'content/edges'));
    symlinkSync(join(directory, 'elsewhere.mdx'), join(directory, 'content/edges/an-edge.mdx'));
    expect(refuse(directory, 'edge', 'an-edge')).toBe(
      'Unexpected id `an-edge`, expected one that is free: content/edges/an-edge.mdx has it\n',
    );
    expect(existsSync(join(directory, 'elsewhere.mdx'))).toBe(false);
  });

  test('is not overwritten either when the check does not read it', () => {
    const directory = createSmallTree();
    const outside = createTree({ 'an-edge.mdx': 'Somebody else wrote this.\n' });
    symlinkSync(outside, join(directory, 'content/edges'));
    const { status, stderr } = run('new', directory, 'edge', 'an-edge');
    expect(status).toBe(4);
    expect(stderr).toMatch(/^Internal error: Error: EEXIST: file already exists/);
    expect(readFileSync(join(outside, 'an-edge.mdx'), 'utf8')).toBe('Somebody else wrote this.\n');
  });
});
