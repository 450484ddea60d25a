import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTree } from '../../store/trees.ts';
import { renderEdge, renderRedirects, renderTree, runTool, type Run } from './trees.ts';

const file = 'content/generated/model.json';

function run(folder: string, ...args: string[]): Promise<Run> {
  return runTool('snapshot', args, folder);
}

/** A tree whose snapshot is up to date. */
async function createRecorded(edges: Parameters<typeof renderTree>[0] = { gap: {}, other: {} }): Promise<string> {
  const folder = createTree(renderTree(edges));
  expect(await run(folder, '--update')).toMatchObject({ exitCode: 0, stderr: `Wrote ${file}\n` });
  return folder;
}

/** Where a text stands in the snapshot, as messages show it. */
function locate(text: string, part: string): string {
  const before = text.slice(0, text.indexOf(part));
  return `${file}:${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
}

const read = (folder: string) => readFileSync(join(folder, file), 'utf8');

describe('without options', () => {
  test('says what would change, and writes nothing', async () => {
    const folder = await createRecorded();
    const before = read(folder);
    writeFileSync(join(folder, 'content/edges/gap.mdx'), renderEdge({ statuses: ['open', 'partially-addressed'] }));
    expect(await run(folder)).toEqual({
      exitCode: 0,
      stdout: `Changes
  status of gap: open → partially-addressed
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
      stderr: `${file} is not up to date: \`npm run snapshot -- --update\` writes it\n`,
    });
    expect(read(folder)).toBe(before);
  });

  test('says that nothing would', async () => {
    expect(await run(await createRecorded())).toEqual({ exitCode: 0, stdout: '', stderr: `${file} is up to date\n` });
  });
});

describe('--update', () => {
  test('writes the same text for the same content, and leaves no draft', async () => {
    const [one, other] = [await createRecorded(), await createRecorded()];
    expect(read(one)).toBe(read(other));
    expect(readdirSync(join(one, 'content/generated'))).toEqual(['model.json']);
    expect(await run(one, '--update')).toMatchObject({ exitCode: 0, stderr: `${file} is up to date\n` });
  });

  test('does not forget an id that leads nowhere, and says the way out', async () => {
    const folder = await createRecorded({ gap: { title: 'The gap' }, other: { title: 'The other' } });
    const before = read(folder);
    renameSync(join(folder, 'content/edges/gap.mdx'), join(folder, 'content/edges/gaps.mdx'));
    rmSync(join(folder, 'content/edges/other.mdx'));
    expect(await run(folder, '--update')).toEqual({
      exitCode: 1,
      stdout: `${locate(before, '{\n      "title": "The gap"')}: error removed-id  Missing entry \`edges/gap\`, expected a page that stays: it was published
  hint: restore it, or add a redirect to content/redirects.yaml: \`from: edges/gap\`, \`to: edges/gaps\`, \`on\` and \`reason\`
${locate(before, '{\n      "title": "The other"')}: error removed-id  Missing entry \`edges/other\`, expected a page that stays: it was published
  hint: restore it, or add a redirect to content/redirects.yaml: \`from: edges/other\`, \`to: <what took its place>\`, \`on\` and \`reason\`
`,
      stderr: '2 errors; nothing was written, so that no id is forgotten\n',
    });
    expect(read(folder)).toBe(before);

    const redirects = join(folder, 'content/redirects.yaml');
    writeFileSync(redirects, renderRedirects(['edges/gap', 'edges/gaps'], ['edges/other', '/gotchas/']));
    const updated = await run(folder, '--update');
    expect(updated.exitCode).toBe(0);
    expect(updated.stdout).toContain(
      'Entries\n  renamed edges/gap → edges/gaps (The gap)\n  removed edges/other (The other), redirected to /gotchas/\n',
    );

    // Nor a redirect: it is on record now.
    rmSync(redirects);
    const forgetful = await run(folder, '--update');
    expect(forgetful.exitCode).toBe(1);
    expect(forgetful.stdout).toContain(
      'removed-id  Missing redirect from `edges/gap`, expected one that stays: the page was published\n',
    );
  });

  test('does not take a redirect that leads nowhere for one', async () => {
    const folder = await createRecorded();
    rmSync(join(folder, 'content/edges/other.mdx'));
    writeFileSync(join(folder, 'content/redirects.yaml'), renderRedirects(['edges/other', 'edges/gpa']));
    expect(await run(folder, '--update')).toMatchObject({
      exitCode: 1,
      stdout:
        'content/redirects.yaml:2:30: error redirect-unknown-target  Unexpected redirect to `edges/gpa`, expected an entry\n  hint: did you mean `edges/gap`?\n',
    });
  });

  test('takes no draft in, and does not let a published entry become one', async () => {
    const folder = await createRecorded();
    writeFileSync(join(folder, 'content/edges/new.mdx'), renderEdge({ more: 'draft: true\n' }));
    expect(await run(folder, '--update')).toMatchObject({ exitCode: 0, stderr: `${file} is up to date\n` });
    writeFileSync(join(folder, 'content/edges/gap.mdx'), renderEdge({ more: 'draft: true\n' }));
    const { exitCode, stdout } = await run(folder, '--update');
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      'content/edges/gap.mdx:9:8: error removed-id  Unexpected draft of `edges/gap`, expected a page that stays: it was published\n',
    );
  });

  test('keeps an entry that cannot be read today, and writes nothing', async () => {
    const folder = await createRecorded();
    const before = read(folder);
    writeFileSync(join(folder, 'content/edges/gap.mdx'), renderEdge({ severity: 'mayor' }));
    expect(await run(folder, '--update')).toEqual({
      exitCode: 2,
      stdout:
        'content/edges/gap.mdx:5:11: error invalid-value  Unexpected `mayor` in `severity`, expected `blocker`, `major` or `minor`\n  hint: did you mean `major`?\n',
      stderr: '1 error; nothing was compared or written\n',
    });
    expect(read(folder)).toBe(before);
  });
});

describe('--check', () => {
  const hint = '  hint: write it anew with `npm run snapshot -- --update`, look at what changed, and commit it\n';

  test('is silent while the file is up to date, also with the line endings of Windows', async () => {
    const folder = await createRecorded();
    expect(await run(folder, '--check')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    writeFileSync(join(folder, file), read(folder).replaceAll('\n', '\r\n'));
    expect(await run(folder, '--check')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('names the entries that differ, up to five', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const edges = Object.fromEntries(names.map((name) => [name, {}]));
    const folder = await createRecorded(edges);
    writeFileSync(join(folder, 'content/edges/a.mdx'), renderEdge({ severity: 'minor' }));
    expect(await run(folder, '--check')).toEqual({
      exitCode: 1,
      stdout: `${file}: Unexpected snapshot of another content, expected what it comes to now: \`edges/a\` differs\n${hint}`,
      stderr: '',
    });
    for (const name of names) writeFileSync(join(folder, `content/edges/${name}.mdx`), renderEdge({ title: 'Other' }));
    expect((await run(folder, '--check')).stdout).toBe(
      `${file}: Unexpected snapshot of another content, expected what it comes to now: \`edges/a\`, \`edges/b\`, \`edges/c\`, \`edges/d\`, \`edges/e\` and 2 more entries differ\n${hint}`,
    );
  });

  test('does not ask for a new file when only the wording changed', async () => {
    const folder = await createRecorded();
    const text = renderEdge().replace('It hinders.\n', 'It hinders a little.\n').replace('What was', 'All that was');
    writeFileSync(join(folder, 'content/edges/gap.mdx'), text);
    expect(await run(folder, '--check')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('asks for a file that is not there', async () => {
    expect(await run(createTree(renderTree({ gap: {} })), '--check')).toEqual({
      exitCode: 1,
      stdout: `${file}: Missing snapshot, expected what the content comes to\n${hint}`,
      stderr: '',
    });
  });

  test.for([
    [
      'in its form',
      (text: string) => text.replace('"title": "A gap"', '"title":  "A gap"'),
      'only its form differs, so it was edited by hand',
    ],
    ['in its counts', (text: string) => text.replace('"edges": 2', '"edges": 3'), 'its counts or its history differ'],
    ['in an entry', (text: string) => text.replace('"status": "open"', '"status": "shipped"'), '`edges/gap` differs'],
  ] as const)('sees that it was edited by hand %s', async ([, edit, says], { expect }) => {
    const folder = await createRecorded();
    writeFileSync(join(folder, file), edit(read(folder)));
    expect((await run(folder, '--check')).stdout).toBe(
      `${file}: Unexpected snapshot of another content, expected what it comes to now: ${says}\n${hint}`,
    );
  });
});

describe('a file that cannot be read is left alone, with one message', () => {
  const restore =
    '  hint: take the file from the last commit, then write it anew with `npm run snapshot -- --update`\n';

  test.for([
    [
      'an end that is missing',
      '"Generated',
      (text: string) => text.slice(0, 30),
      `AT: error yaml-syntax  Unexpected \`"Generated\`, expected JSON\n${restore}`,
    ],
    [
      'a conflict of two branches',
      '<<<<<<<',
      (text: string) => text.replace('  "redirects"', '<<<<<<< HEAD\n  "redirects"'),
      `AT: error yaml-syntax  Unexpected \`<<<<<<<\`, expected JSON\n  hint: take the file of one side, then write it anew with \`npm run snapshot -- --update\`\n`,
    ],
    [
      'a version that is not known',
      '2,',
      (text: string) => text.replace('"version": 1', '"version": 2').replace('"events"', '"changes"'),
      `AT: error invalid-value  Unexpected \`2\` in \`version\`, expected \`1\`\n  hint: written by another version of the project: update your checkout\n`,
    ],
    [
      'a key that no tool writes',
      '"state"',
      (text: string) => text.replace('"status": "open"', '"state": "open"'),
      `AT: error unknown-key  Unexpected key \`state\` in \`entries.edges/gap\`, expected one of \`title\`, \`status\`, \`maturity\`, \`since\`, \`on\`, \`freshUntil\`, \`evidence\`, \`verdicts\`, \`facts\`, \`relations\`, \`mentionedBy\`, \`sources\`\n${restore}`,
    ],
  ] as const)('%s', async ([, part, edit, says], { expect }) => {
    const folder = await createRecorded();
    const text = edit(read(folder));
    writeFileSync(join(folder, file), text);
    for (const option of ['--check', '--update']) {
      expect(await run(folder, option)).toEqual({
        exitCode: 2,
        stdout: says.replace('AT', locate(text, part)),
        stderr: '1 error; nothing was compared or written\n',
      });
    }
    expect(read(folder)).toBe(text);
  });
});

describe('the command line', () => {
  test.for([
    [['--chekc'], "Unknown option '--chekc'"],
    [['--check', '--update'], 'Unexpected `--check` with `--update`, expected one of them\n'],
    [['--content', 'nowhere'], 'Unexpected `--content nowhere`, expected a directory\n'],
  ] as const)('refuses %s', async ([args, says], { expect }) => {
    const { exitCode, stdout, stderr } = await run(createTree({}), ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('the README names its options, and no others', async () => {
    const { exitCode, stdout } = await run(createTree({}), '--help');
    expect(exitCode).toBe(0);
    const listed = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = '']) => option);
    const section =
      readFileSync('README.md', 'utf8').split('\n## What the content comes to\n')[1]?.split('\n## ')[0] ?? '';
    const row = section.split('\n').filter((line) => line.startsWith('| `npm run snapshot'));
    const named = row.join('\n').match(/--[a-z-]{2,}/g) ?? [];
    expect([...new Set(named)].sort()).toEqual(
      listed.filter((option) => !['--help', '--content'].includes(option)).sort(),
    );
  });
});
