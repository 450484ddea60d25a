import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '#tools/links/fix/apply.ts';
import { planFixes } from '#tools/links/fix/plan.ts';
import { writeWhole } from '#store/whole-file.ts';
import { createTree } from '../../../store/trees.ts';
import { createFiles, createMoved, createMoveReport, newUrl, oldUrl, renderSource, sourceFile } from './sources.ts';

const second = 'content/sources/second.yaml';
const secondUrl = 'https://example.org/second';
const secondTarget = 'https://example.org/second/new';

function createTwo() {
  const files = createFiles({
    [sourceFile]: renderSource(),
    [second]: renderSource({ url: `url: '${secondUrl}'` }),
  });
  const report = createMoveReport(
    createMoved(),
    createMoved({ value: secondTarget }, { citation: 'second', url: secondUrl }),
  );
  return { ...files, replacements: planFixes(report, files.readFile).replacements };
}

describe('replacements', () => {
  test('are made in every file', () => {
    const { replacements, files, ...access } = createTwo();
    expect(applyFixes(replacements, access)).toEqual({ written: [sourceFile, second] });
    expect(files.get(sourceFile)).toContain(`\nurl: '${newUrl}'\n`);
    expect(files.get(second)).toContain(`\nurl: '${secondTarget}'\n`);
  });

  test.each([
    [
      'the text at the place changed',
      (text: string) => text.replace(secondUrl, 'https://example.org/third'),
      `${second}:4:6: Unexpected text, expected \`'${secondUrl}'\` as it was planned for`,
    ],
    [
      'the file changed elsewhere',
      (text: string) => text.replace('A publisher', 'Another'),
      `${second}: Unexpected change of the file, expected it as it was planned for`,
    ],
    [
      'the file became shorter',
      () => 'title: A page\n',
      `${second}:4:6: Unexpected text, expected \`'${secondUrl}'\` as it was planned for`,
    ],
    [
      'the lines became shorter',
      (text: string) => text.replace(/^url.*$/m, 'url'),
      `${second}:4:6: Unexpected text, expected \`'${secondUrl}'\` as it was planned for`,
    ],
  ])('are not made in any file when %s', (_, change, refusal) => {
    const { replacements, files, ...access } = createTwo();
    files.set(second, change(files.get(second) ?? ''));
    const before = new Map(files);
    expect(applyFixes(replacements, access)).toEqual({ refusals: [refusal] });
    expect(files).toEqual(before);
  });

  test('are not made in any file when one is gone', () => {
    const { replacements, files, ...access } = createTwo();
    files.delete(second);
    expect(applyFixes(replacements, access)).toEqual({
      refusals: [`${second}: Unexpected lack of the file, expected it as it was planned for`],
    });
    expect(files.get(sourceFile)).toBe(renderSource());
  });

  test('are refused the second time', () => {
    const { replacements, ...access } = createTwo();
    applyFixes(replacements, access);
    expect(applyFixes(replacements, access)).toEqual({
      refusals: [
        `${sourceFile}:4:6: Unexpected text, expected \`'${oldUrl}'\` as it was planned for`,
        `${second}:4:6: Unexpected text, expected \`'${secondUrl}'\` as it was planned for`,
      ],
    });
  });

  test('leave whole files on the disk, and nothing beside them', () => {
    const root = createTree({ 'a-page.yaml': renderSource() });
    const file = join(root, 'a-page.yaml');
    const readFile = (path: string) => readFileSync(path, 'utf8');
    const { replacements } = planFixes(createMoveReport(createMoved({}, { file })), readFile);
    expect(applyFixes(replacements, { readFile, writeFile: writeWhole })).toEqual({ written: [file] });
    expect(readFile(file)).toContain(`\nurl: '${newUrl}'\n`);
    expect(readdirSync(root)).toEqual(['a-page.yaml']);
  });
});
