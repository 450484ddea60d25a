import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planAcceptance } from '#tools/links/fix/accept.ts';
import { applyFixes } from '#tools/links/fix/apply.ts';
import { createFiles, renderSource, sourceFile } from './sources.ts';

const acceptance = { id: 'a-page', file: sourceFile, today: '2026-11-20' };

/** What a source file becomes when somebody read the page on 2026-11-20. */
function accept(text: string): string | undefined {
  const files = createFiles({ [sourceFile]: text });
  const { replacements = [] } = planAcceptance(acceptance, files.readFile);
  expect(applyFixes(replacements, files)).toEqual({ written: [sourceFile] });
  return files.readFile(sourceFile);
}

const [before, after] = [
  "title: A page\npublisher: A publisher\nkind: documentation\nurl: 'https://example.org/'\n",
  'expect:\n  terms:\n    - a term\nnote: A note.\n',
];

describe('accepting a source', () => {
  test('puts the day in where the schema has it', () => {
    expect(accept(`${before}${after}`)).toBe(`${before}accessedOn: 2026-11-20\n${after}`);
  });

  test('puts it behind the day of publication, and above the comments of what follows', () => {
    expect(accept(`${before}publishedOn: 2025-01-01\n# What it says.\n${after}`)).toBe(
      `${before}publishedOn: 2025-01-01\naccessedOn: 2026-11-20\n# What it says.\n${after}`,
    );
  });

  test('replaces the day that is there, in its quotes and beside its comment', () => {
    expect(accept(`${before}accessedOn:  2025-01-01 # by hand\n${after}`)).toBe(
      `${before}accessedOn:  2026-11-20 # by hand\n${after}`,
    );
    expect(accept(`${before}accessedOn: "2025-01-01"\n${after}`)).toBe(`${before}accessedOn: "2026-11-20"\n${after}`);
    expect(accept(`${before}accessedOn: '2025-01-01'\n${after}`)).toBe(`${before}accessedOn: '2026-11-20'\n${after}`);
  });

  test('keeps the line endings of the file', () => {
    const text = `${before}${after}`.replaceAll('\n', '\r\n');
    expect(accept(text)).toBe(`${before}accessedOn: 2026-11-20\n${after}`.replaceAll('\n', '\r\n'));
  });

  test('changes nothing when it was read that day already', () => {
    const { readFile } = createFiles({ [sourceFile]: `${before}accessedOn: 2026-11-20\n${after}` });
    expect(planAcceptance(acceptance, readFile)).toEqual({ replacements: [] });
  });

  test('says what changes, and where', () => {
    const { readFile } = createFiles({ [sourceFile]: renderSource() });
    expect(planAcceptance(acceptance, readFile)).toMatchObject({
      replacements: [
        {
          citation: 'a-page',
          file: sourceFile,
          line: 5,
          column: 1,
          before: '',
          after: 'accessedOn: 2026-11-20\n',
          reason: 'Somebody read the page on 2026-11-20.',
        },
      ],
    });
  });

  const lines = 'Unexpected way to write the file, expected a record with a line for each key';
  test.each([
    [
      'a file that is not there',
      undefined,
      `${sourceFile}: Unexpected lack of the file, expected the source \`a-page\``,
    ],
    ['a file that does not parse', 'title: [', `${sourceFile}: ${lines}`],
    ['a file that is written as a flow', '{ title: A page }\n', `${sourceFile}: ${lines}`],
    ['a day over several lines', `${before}accessedOn: >-\n  2025-01-01\n${after}`, `${sourceFile}: ${lines}`],
    [
      'a key without a day',
      `${before}accessedOn:\n${after}`,
      `${sourceFile}: Unexpected way to write the file, expected one that can be added to`,
    ],
    [
      'a file that says where it ends',
      `${before}...\n`,
      `${sourceFile}: Unexpected way to write the file, expected one that can be added to`,
    ],
  ])('refuses %s', (_, text, refusal) => {
    const { readFile } = createFiles(text === undefined ? {} : { [sourceFile]: text });
    expect(planAcceptance(acceptance, readFile)).toEqual({ refusal });
  });

  test.each(['2026-11-31', 'yesterday', ''])('refuses the day `%s`', (today) => {
    const { readFile } = createFiles({ [sourceFile]: renderSource() });
    expect(planAcceptance({ ...acceptance, today }, readFile)).toEqual({
      refusal: `Unexpected day \`${today}\`, expected one as \`YYYY-MM-DD\``,
    });
  });

  test('adds one line to each source of the site, and changes no other', () => {
    const folder = 'content/sources';
    for (const name of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${name}`, 'utf8').replace(/^accessedOn: .*\n/m, '');
      const accepted = accept(text);
      expect(accepted?.replace('accessedOn: 2026-11-20\n', '')).toBe(text);
      expect(accepted).toMatch(/^accessedOn: 2026-11-20\nexpect:$/m);
    }
  });
});
