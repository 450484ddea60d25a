import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listEntries } from '#model/content.ts';
import { readContent, type DiskContent } from '#store/disk.ts';
import { createTree } from './trees.ts';

const source = `title: A manual
publisher: A publisher
kind: documentation
url: https://example.com/manual
accessedOn: 2026-11-20
expect:
  terms: [a term]
`;

const question = `---
title: A question
summary: A summary.
origin:
  document: manual
  section: A section
  item: '1'
order: 1
raisedOn: 2026-11-20
settledBy: A measurement.
blocks: []
---

Words with a [link](/edges/) <Cite source="manual" />
`;

/** Problems as `path:line:column rule reason`, with paths below the tree. */
function renderProblems({ problems }: DiskContent, root: string): string[] {
  return problems.map(
    ({ file, place, ruleId, reason }) =>
      `${file.replace(`${root}/`, '')}:${place.line}:${place.column} ${ruleId} ${reason}`,
  );
}

function listIds({ content }: DiskContent): string[] {
  return listEntries(content).map(({ collection, id }) => `${collection}/${id}`);
}

describe('a content tree', () => {
  test('without folders has empty collections and no problems', () => {
    const root = createTree({});
    expect(readContent(root)).toMatchObject({
      content: {
        entries: {
          patterns: [],
          edges: [],
          proposals: [],
          findings: [],
          guides: [],
          background: [],
          questions: [],
          samples: [],
          sources: [],
          rules: [],
        },
        waivers: { file: `${root}/waivers.yaml`, data: [] },
        broken: [],
      },
      problems: [],
      fileCount: 0,
    });
  });

  test('is read into entries with data, prose and the path of the file', () => {
    const root = createTree({ 'sources/manual.yaml': source, 'questions/a-question.mdx': question });
    const read = readContent(root);
    expect(read.problems).toEqual([]);
    expect(read.fileCount).toBe(2);
    expect(read.content.entries.sources).toEqual([
      {
        collection: 'sources',
        id: 'manual',
        file: `${root}/sources/manual.yaml`,
        data: {
          title: 'A manual',
          publisher: 'A publisher',
          kind: 'documentation',
          url: 'https://example.com/manual',
          accessedOn: '2026-11-20',
          expect: { terms: ['a term'] },
          language: 'en',
          fallbacks: [],
          replaces: [],
          draft: false,
        },
      },
    ]);
    expect(read.content.entries.questions).toMatchObject([
      {
        id: 'a-question',
        data: { title: 'A question', raisedOn: '2026-11-20', related: [] },
        prose: {
          links: [{ url: '/edges/', place: { line: 14, column: 14 } }],
          elements: [{ name: 'Cite', attributes: { source: 'manual' }, place: { line: 14, column: 30 } }],
        },
      },
    ]);
  });

  test('is read in the order of its names', () => {
    const files = ['b', 'a', 'c'].map((id) => [`sources/${id}.yaml`, source] as const);
    expect(listIds(readContent(createTree(Object.fromEntries(files))))).toEqual([
      'sources/a',
      'sources/b',
      'sources/c',
    ]);
  });

  test('has waivers in a file of their own', () => {
    const root = createTree({
      'waivers.yaml': `waivers:
  - match: { citation: manual }
    verdicts: [blocked]
    reason: The host refuses machines.
    owner: A name
    expires: 2027-01-31
`,
    });
    const { content, problems, fileCount } = readContent(root);
    expect(problems).toEqual([]);
    expect(fileCount).toBe(1);
    expect(content.waivers.data).toEqual([
      {
        match: { citation: 'manual' },
        verdicts: ['blocked'],
        reason: 'The host refuses machines.',
        owner: 'A name',
        expires: '2027-01-31',
      },
    ]);
  });

  test('may hold a folder that tools write and hidden files, which are left alone', () => {
    const root = createTree({ '.DS_Store': 'x', 'generated/a.json': '{}' });
    expect(readContent(root)).toMatchObject({ problems: [], fileCount: 0 });
  });

  test('does not exist: that is an error of the caller', () => {
    expect(() => readContent(join(createTree({}), 'no-such'))).toThrow(/ENOENT/);
  });
});

describe('places in a content tree', () => {
  const read = () => {
    const root = createTree({ 'sources/manual.yaml': source, 'questions/a-question.mdx': question });
    const { locate } = readContent(root);
    return { locate, record: `${root}/sources/manual.yaml`, entry: `${root}/questions/a-question.mdx` };
  };

  test('of fields are lines of the file, also below the line that opens the front matter', () => {
    const { locate, record, entry } = read();
    expect(locate(record, { path: ['url'] })).toEqual({ line: 4, column: 6 });
    expect(locate(entry, { path: ['title'] })).toEqual({ line: 2, column: 8 });
    expect(locate(entry, { path: ['origin', 'item'] })).toEqual({ line: 7, column: 9 });
  });

  test('in prose are as they are given', () => {
    const { locate, entry } = read();
    expect(locate(entry, { place: { line: 14, column: 30 } })).toEqual({ line: 14, column: 30 });
  });

  test('of a whole file, or of a file that nobody knows, are its start', () => {
    const { locate, entry } = read();
    expect(locate(entry, { path: [] })).toEqual({ line: 1, column: 1 });
    expect(locate('no-such', { path: ['title'] })).toEqual({ line: 1, column: 1 });
  });
});

describe('a file that is of no use', () => {
  test('is broken, and everything else is still read', () => {
    const root = createTree({
      'sources/a-good.yaml': source,
      'sources/b-empty.yaml': '',
      'sources/c-unclosed.yaml': 'title: "A manual\n',
      'sources/d-misfit.yaml': source.replace('kind: documentation', 'kind: manual'),
      'questions/e-bare.mdx': 'No front matter.\n',
      'questions/f-markup.mdx': question.replace('<Cite source="manual" />', '<Cite source="manual">'),
      'questions/g-good.mdx': question,
    });
    const read = readContent(root);
    expect(listIds(read)).toEqual(['questions/g-good', 'sources/a-good']);
    expect(read.content.broken).toEqual([
      { collection: 'questions', id: 'e-bare', file: `${root}/questions/e-bare.mdx` },
      { collection: 'questions', id: 'f-markup', file: `${root}/questions/f-markup.mdx` },
      { collection: 'sources', id: 'b-empty', file: `${root}/sources/b-empty.yaml` },
      { collection: 'sources', id: 'c-unclosed', file: `${root}/sources/c-unclosed.yaml` },
      { collection: 'sources', id: 'd-misfit', file: `${root}/sources/d-misfit.yaml` },
    ]);
    expect(read.fileCount).toBe(7);
    expect(renderProblems(read, root).map((problem) => problem.split(' ').slice(0, 2).join(' '))).toEqual([
      'questions/e-bare.mdx:1:1 front-matter-missing',
      'questions/f-markup.mdx:14:30 mdx-syntax',
      'sources/b-empty.yaml:1:1 file-empty',
      'sources/c-unclosed.yaml:2:1 yaml-syntax',
      'sources/d-misfit.yaml:3:7 invalid-value',
    ]);
  });

  test('has all its problems reported at once, in its record and in its prose', () => {
    const root = createTree({
      'questions/a.mdx': question
        .replace('order: 1', 'order: first')
        .replace('blocks: []', 'bloks: []')
        .replace('<Cite source="manual" />', '{'),
    });
    expect(renderProblems(readContent(root), root)).toEqual([
      expect.stringMatching(/^questions\/a\.mdx:1\d:\d+ mdx-syntax Unexpected MDX, expected text that parses: /),
      'questions/a.mdx:8:8 invalid-value Unexpected `first` in `order`, expected a number',
      'questions/a.mdx:2:1 missing-key Missing key `blocks`, expected a list',
      'questions/a.mdx:11:1 unknown-key Unexpected key `bloks`, expected one of `title`, `summary`, `draft`, `origin`, `related`, `samples`, `docs`, `order`, `raisedOn`, `settledBy`, `blocks`, `probe`, `settled`',
    ]);
  });

  test('has front matter that begins on the first line and is closed', () => {
    const root = createTree({
      'questions/a.mdx': `\n${question}`,
      'questions/b.mdx': question.replace('---\n\nWords', '\nWords'),
    });
    expect(renderProblems(readContent(root), root)).toEqual([
      'questions/a.mdx:1:1 front-matter-missing Unexpected text on line 1, expected front matter between two lines of `---`',
      'questions/b.mdx:1:1 front-matter-missing Unexpected end of the file, expected a line of `---` that closes the front matter',
    ]);
  });
});

describe('what does not belong into the content', () => {
  test('is reported with the collection that was meant', () => {
    const root = createTree({ 'edge/a.mdx': 'x', 'notes.txt': 'x' });
    const { problems } = readContent(root);
    const expected =
      'expected a collection: patterns, edges, proposals, findings, guides, background, questions, samples, sources, rules';
    expect(problems.map(({ reason, hint }) => [reason, hint])).toEqual([
      [`Unexpected folder \`edge\`, ${expected}`, 'did you mean `edges`?'],
      [`Unexpected file \`notes.txt\`, ${expected}`, 'move it out of the content'],
    ]);
  });

  test('is also a file with another extension, and a folder in a collection', () => {
    const root = createTree({ 'sources/a.yml': source, 'edges/drafts/a.mdx': question });
    const { problems, content } = readContent(root);
    expect(problems.map(({ reason, hint }) => [reason, hint])).toEqual([
      ['Unexpected `drafts` in `edges`, expected only `<id>.mdx` files', 'move its files up: `edges` has no folders'],
      [
        'Unexpected `a.yml` in `sources`, expected only `<id>.yaml` files',
        'rename it to end in `.yaml`, or move it out of the content',
      ],
    ]);
    expect(content.broken).toEqual([]);
  });

  test('is a symbolic link that leads out of it or nowhere, and not one that stays inside', () => {
    const outside = createTree({ 'secret.yaml': source });
    const root = createTree({ 'sources/a.yaml': source });
    mkdirSync(join(root, 'questions'));
    symlinkSync(join(root, 'sources/a.yaml'), join(root, 'sources/inside.yaml'));
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'sources/outside.yaml'));
    symlinkSync(join(root, 'no-such'), join(root, 'sources/nowhere.yaml'));
    symlinkSync(outside, join(root, 'edges'));
    const read = readContent(root);
    expect(listIds(read)).toEqual(['sources/a', 'sources/inside']);
    expect(read.content.broken.map(({ id }) => id)).toEqual(['nowhere', 'outside']);
    const reason = 'file-symlink Unexpected symbolic link that leads to no file of the content, expected a file';
    expect(renderProblems(read, root)).toEqual([
      `edges:1:1 ${reason}`,
      `sources/nowhere.yaml:1:1 ${reason}`,
      `sources/outside.yaml:1:1 ${reason}`,
    ]);
  });
});
