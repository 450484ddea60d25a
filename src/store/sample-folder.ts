import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderMainName, type SampleFiles } from '#model/sample.ts';
import type { Sample } from '#schema/sample.ts';
import type { FileProblem } from './file-problems.ts';
import { readTextFile } from './text-file.ts';

export const recordName = 'sample.yaml';
const goldenNames = { stdout: 'expected.stdout', stderr: 'expected.stderr' } as const;

/** Reads the files beside a sample's record. `shown` is the folder as messages name it. `files` is absent when they cannot be used. */
export function readSampleFiles(
  directory: string,
  shown: string,
  language: Sample['language'],
): { files?: SampleFiles; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const texts: Record<string, string> = {};
  for (const item of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (item.name.startsWith('.') || item.name === '__pycache__') continue;
    const file = `${shown}/${item.name}`;
    if (!item.isFile()) {
      problems.push({
        ruleId: item.isSymbolicLink() ? 'file-symlink' : 'file-unexpected',
        file,
        place: { line: 1, column: 1 },
        reason: item.isSymbolicLink()
          ? 'Unexpected symbolic link in a sample, expected a file'
          : `Unexpected \`${item.name}\` in a sample, expected files only`,
        hint: 'a sample is one flat folder: copy the text into a file of its own',
      });
      continue;
    }
    const read = readTextFile(join(directory, item.name), file);
    if (read.text !== undefined) texts[item.name] = read.text;
    // Empty is as good as absent, but for the program itself.
    const isEmpty =
      read.problems.some(({ ruleId }) => ruleId === 'file-empty') && item.name !== renderMainName(language);
    // The record was read before, and its problems are told.
    if (item.name !== recordName && !isEmpty) problems.push(...read.problems);
  }
  const main = renderMainName(language);
  if (texts[main] === undefined && !problems.some(({ file }) => file === `${shown}/${main}`)) {
    problems.push({
      ruleId: 'sample-file-missing',
      file: `${shown}/${recordName}`,
      place: { line: 1, column: 1 },
      reason: `Missing file \`${main}\`, expected the ${language} program beside the record`,
      hint: `add ${shown}/${main}, or change \`language\``,
    });
  }
  if (problems.length > 0) return { problems };
  const {
    [recordName]: record = '',
    [goldenNames.stdout]: stdout = '',
    [goldenNames.stderr]: stderr = '',
    ...shownTexts
  } = texts;
  return {
    problems,
    files: { main, texts: shownTexts, stdout, stderr, sha256: digest({ ...shownTexts, record, stdout, stderr }) },
  };
}

/** Digest over names and texts in their order. `reviewedOn` and the like count too: a verdict is for one state of the folder. */
function digest(texts: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(texts).sort()) hash.update(`${name}\0${texts[name] ?? ''}\0`);
  return hash.digest('hex');
}
