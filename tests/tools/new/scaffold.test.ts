import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { needSchema } from '#schema/need.ts';
import { readContent } from '#store/disk.ts';
import { checkContent } from '#tools/check/run.ts';
import { scaffold } from '#tools/new/scaffold.ts';
import { kinds, templates } from '#tools/new/templates.ts';
import {
  createContent,
  createEdge,
  createProposal,
  createQuestion,
  createRoute,
  createSource,
} from '../../model/entries.ts';
import { createSmallTree } from './small-tree.ts';

const today = '2026-11-21';

function renderText(...[request, content]: Parameters<typeof scaffold>): string {
  const result = scaffold(request, content);
  if ('refusal' in result) throw new Error(result.refusal);
  return result.text;
}

describe('a draft', () => {
  test('of a question is a whole file, with the next place in the order and the day', () => {
    const content = createContent({
      sources: [createSource({ id: 'analysis' })],
      questions: [createQuestion({ id: 'a', order: 4 }), createQuestion({ id: 'b', order: 2 })],
    });
    expect(scaffold({ kind: 'question', id: 'gil-release-again', today }, content)).toEqual({
      path: 'questions/gil-release-again.mdx',
      text: `---
title: 'Gil release again'
summary: One sentence that answers the reader who reads nothing else.
draft: true
origin:
  document: 'analysis'
  section: The section of that document.
  item: The item within the section.
order: 5
raisedOn: 2026-11-21
settledBy: What would settle it, as something a reader with access could do.
blocks: []
---

## Why it matters

What a reader needs to know here.

## How to settle it

What a reader needs to know here.
`,
    });
  });

  test('of a proposal is asked for last', () => {
    const content = createContent({ sources: [createSource()], proposals: [createProposal({ priority: 7 })] });
    expect(renderText({ kind: 'proposal', id: 'new', today }, content)).toContain('\npriority: 8\n');
  });

  test('of the first proposal is asked for first', () => {
    expect(renderText({ kind: 'proposal', id: 'new', today }, createContent({ sources: [createSource()] }))).toContain(
      '\npriority: 1\n',
    );
  });

  test('comes from the document that most entries come from, and never from a retired one', () => {
    const origin = (document: string) => ({ document, section: 'A', item: '1' });
    const edges = [
      createEdge({ id: 'a', origin: origin('essay') }),
      createEdge({ id: 'b', origin: origin('essay') }),
      createEdge({ id: 'c', origin: origin('old') }),
      createEdge({ id: 'd', origin: origin('old') }),
      createEdge({ id: 'e', origin: origin('old') }),
      createEdge({ id: 'f', origin: origin('analysis') }),
    ];
    const sources = [
      createSource({ id: 'analysis' }),
      createSource({ id: 'essay' }),
      createSource({ id: 'old', retired: { reason: 'It moved.', use: 'essay' } }),
    ];
    expect(renderText({ kind: 'guide', id: 'new', today }, createContent({ edges, sources }))).toContain(
      "\n  document: 'essay'\n",
    );
  });
});

/** What the check says of a tree in which a draft was written, without the folder of the tree. */
function checkDraft(kind: string, id: string, document = 'analysis'): string[] {
  const directory = join(createSmallTree(document), 'content');
  const result = scaffold({ kind, id, today }, readContent(directory).content);
  if ('refusal' in result) return [result.refusal];
  const path = join(directory, result.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, result.text);
  const { messages } = checkContent({ contentDirectory: directory, today, asOf: today });
  return messages.map(({ level, ruleId, file }) => `${level} ${ruleId} ${relative(directory, resolve(file))}`);
}

test('a draft of a need has a cell for every published route, whatever its id looks like', () => {
  const routes = [createRoute({ id: 'db-api' }), createRoute({ id: '2026' }), createRoute({ id: 'new', draft: true })];
  const text = renderText({ kind: 'need', id: 'a-need', today }, createContent({ routes }));
  expect(needSchema.parse(parse(text))).toEqual({
    title: 'A need',
    question: 'What does a developer ask?',
    order: 1,
    draft: true,
    cells: ['db-api', '2026'].map((route) => ({
      route,
      status: 'not-applicable',
      note: 'Why the need does not arise here.',
      proof: [],
    })),
  });
});

describe('a draft passes the check', () => {
  // Each of these is a valid id that YAML, unquoted, takes for a truth value, a number, a day or nothing.
  const lookalikes = ['true', 'null', 'no', '2026', '0123', '1e3', '0x1f', '0o17', '2026-11-20'];

  test.each(lookalikes)('with the id %s', (id) => {
    expect(checkDraft('proposal', id)).toEqual([`warning draft-entry proposals/${id}.mdx`]);
    expect(checkDraft('source', id)).toEqual([`warning draft-entry sources/${id}.yaml`]);
  });

  test.each(lookalikes)('when it comes from the document %s', (document) => {
    expect(checkDraft('edge', 'an-edge', document)).toEqual(['warning draft-entry edges/an-edge.mdx']);
  });

  test.each(kinds)('as a %s with an id that is longer than a title may be', (kind) => {
    const { collection, extension } = templates[kind];
    const id = `long${'-word'.repeat(30)}`;
    expect(checkDraft(kind, id)).toEqual([`warning draft-entry ${collection}/${id}${extension}`]);
  });
});

describe('a refusal', () => {
  test.each([
    'No-Capitals',
    'two--hyphens',
    'trailing-',
    '-leading',
    'under_score',
    'a.b',
    '../escape',
    'a/b',
    '',
    'é',
    'a\n',
  ])('names the id %j and what an id looks like', (id) => {
    expect(scaffold({ kind: 'edge', id, today }, createContent({ sources: [createSource()] }))).toEqual({
      refusal: `Unexpected id \`${id}\`, expected lower-case letters, digits and single hyphens, such as \`no-native-asgi-hosting\``,
    });
  });

  test('names what is missing', () => {
    const content = createContent({ sources: [createSource()] });
    expect(scaffold({ kind: undefined, id: 'new', today }, content)).toEqual({
      refusal:
        'Unexpected kind ``, expected pattern, edge, proposal, finding, guide, background, question, need, route or source',
    });
    expect(scaffold({ kind: 'edge', id: undefined, today }, content)).toEqual({
      refusal:
        'Unexpected id ``, expected lower-case letters, digits and single hyphens, such as `no-native-asgi-hosting`',
    });
  });

  test('of an id that a broken file has names the file', () => {
    const content = createContent({
      sources: [createSource()],
      broken: [{ collection: 'guides', id: 'new', file: 'content/guides/new.mdx' }],
    });
    expect(scaffold({ kind: 'edge', id: 'new', today }, content)).toEqual({
      refusal: 'Unexpected id `new`, expected one that is free: content/guides/new.mdx has it',
    });
  });
});
