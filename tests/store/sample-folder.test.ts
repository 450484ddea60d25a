import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSampleFiles } from '#store/sample-folder.ts';
import { createTree } from './trees.ts';

const shown = 'content/samples/sample';
const plain = { 'sample.yaml': 'title: A sample\n', 'main.py': 'print(1)\n', 'expected.stdout': '1\n' };

function readFolder(folder: string, language: Parameters<typeof readSampleFiles>[2] = 'python') {
  return readSampleFiles(folder, shown, language);
}

function readTree(files: Parameters<typeof createTree>[0], language?: Parameters<typeof readSampleFiles>[2]) {
  return readFolder(createTree(files), language);
}

function readDigest(files: Parameters<typeof createTree>[0]): string | undefined {
  return readTree(files).files?.sha256;
}

describe('the folder of a sample', () => {
  test('is its program, its outputs and a digest', () => {
    const digest = createHash('sha256')
      .update('main.py\0print(1)\n\0record\0title: A sample\n\0stderr\0warned\n\0stdout\x001\n\0')
      .digest('hex');
    expect(readTree({ ...plain, 'expected.stderr': 'warned\n' })).toEqual({
      problems: [],
      files: { main: 'main.py', texts: { 'main.py': 'print(1)\n' }, stdout: '1\n', stderr: 'warned\n', sha256: digest },
    });
  });

  test('has empty outputs when none are recorded', () => {
    const { files, problems } = readTree({ 'sample.yaml': 'title: A sample\n', 'main.py': 'print(1)\n' });
    expect(problems).toEqual([]);
    expect(files).toMatchObject({ stdout: '', stderr: '' });
  });

  test('may hold further files, in the order of their names', () => {
    const { files } = readTree({ ...plain, 'b.json': '{}\n', 'a.py': 'x = 1\n' });
    expect(Object.entries(files?.texts ?? {})).toEqual([
      ['a.py', 'x = 1\n'],
      ['b.json', '{}\n'],
      ['main.py', 'print(1)\n'],
    ]);
  });

  test('may hold hidden files and the cache of Python, which are left alone', () => {
    const files = { ...plain, '.DS_Store': Uint8Array.of(0), '__pycache__/main.cpython-314.pyc': Uint8Array.of(0) };
    expect(readTree(files)).toEqual(readTree(plain));
  });

  test.each([
    ['objectscript', 'Main.cls'],
    ['bpl', 'main.bpl.xml'],
  ] as const)('in %s has its program in %s', (language, main) => {
    expect(readTree({ 'sample.yaml': 'title: A sample\n', [main]: 'text\n' }, language)).toMatchObject({
      problems: [],
      files: { main, texts: { [main]: 'text\n' } },
    });
  });
});

describe('the digest of a sample', () => {
  test('is the same for the same files, wherever they lie', () => {
    expect(readDigest(plain)).toMatch(/^[0-9a-f]{64}$/);
    expect(readDigest(plain)).toBe(readDigest({ ...plain }));
  });

  test.each([
    ['the program', { ...plain, 'main.py': 'print(2)\n' }],
    ['the record', { ...plain, 'sample.yaml': 'title: Another sample\n' }],
    ['the expected output', { ...plain, 'expected.stdout': '2\n' }],
    ['the expected error output', { ...plain, 'expected.stderr': '1\n' }],
    ['the files beside them', { ...plain, 'helper.py': 'x = 1\n' }],
  ])('changes with %s', (_what, files) => {
    expect(readDigest(files)).not.toBe(readDigest(plain));
  });

  test('tells a text in one file from the same text in another', () => {
    const one = readDigest({ ...plain, 'a.py': 'x = 1\n', 'b.py': 'y = 2\n' });
    const other = readDigest({ ...plain, 'a.py': 'y = 2\n', 'b.py': 'x = 1\n' });
    expect(one).not.toBe(other);
  });
});

describe('a folder that is no sample', () => {
  test('lacks the program of its language', () => {
    expect(readTree({ ...plain, 'Main.cls': 'Class Main {}\n' }, 'bpl')).toEqual({
      problems: [
        {
          ruleId: 'sample-file-missing',
          file: 'content/samples/sample/sample.yaml',
          place: { line: 1, column: 1 },
          reason: 'Missing file `main.bpl.xml`, expected the bpl program beside the record',
          hint: 'add content/samples/sample/main.bpl.xml, or change `language`',
        },
      ],
    });
  });

  test('has folders in it', () => {
    expect(readTree({ ...plain, 'helpers/clock.py': 'import time\n' })).toEqual({
      problems: [
        {
          ruleId: 'file-unexpected',
          file: 'content/samples/sample/helpers',
          place: { line: 1, column: 1 },
          reason: 'Unexpected `helpers` in a sample, expected files only',
          hint: 'a sample is one flat folder: copy the text into a file of its own',
        },
      ],
    });
  });

  test.each([
    ['a file outside', '../outside.txt'],
    ['a file of its own', 'main.py'],
    ['nothing', 'no-such'],
    ['itself', 'data.txt'],
  ])('has a symbolic link in it that leads to %s', (_where, target) => {
    const root = createTree({ 'outside.txt': 'secret\n', 'sample/main.py': 'print(1)\n' });
    symlinkSync(target, join(root, 'sample/data.txt'));
    expect(readFolder(join(root, 'sample'))).toEqual({
      problems: [
        {
          ruleId: 'file-symlink',
          file: 'content/samples/sample/data.txt',
          place: { line: 1, column: 1 },
          reason: 'Unexpected symbolic link in a sample, expected a file',
          hint: 'a sample is one flat folder: copy the text into a file of its own',
        },
      ],
    });
  });

  test('whose program is there and cannot be read is reported for that alone', () => {
    const asLink = createTree({ 'real.py': 'print(1)\n' });
    symlinkSync('real.py', join(asLink, 'main.py'));
    const asFolder = createTree({});
    mkdirSync(join(asFolder, 'main.py'));
    const asBytes = createTree({ 'main.py': Uint8Array.of(0) });
    expect(
      [asLink, asFolder, asBytes].map((folder) =>
        readFolder(folder).problems.map(({ ruleId, file }) => [ruleId, file]),
      ),
    ).toEqual([
      [['file-symlink', 'content/samples/sample/main.py']],
      [['file-unexpected', 'content/samples/sample/main.py']],
      [['file-binary', 'content/samples/sample/main.py']],
    ]);
  });

  test('is reported with all its problems at once', () => {
    const { files, problems } = readTree({ 'a.bin': Uint8Array.of(0), 'b/c.py': 'x\n', 'd.py': 'x = 1\r\n' });
    expect(files).toBeUndefined();
    expect(problems.map(({ ruleId, file }) => `${file} ${ruleId}`)).toEqual([
      'content/samples/sample/a.bin file-binary',
      'content/samples/sample/b file-unexpected',
      'content/samples/sample/d.py file-line-endings',
      'content/samples/sample/sample.yaml sample-file-missing',
    ]);
  });
});
