import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWhole } from '#store/whole-file.ts';
import { createTree } from './trees.ts';

const name = 'record.json';

describe('writing a file whole', () => {
  test('makes the folder that may not be there yet, and leaves no draft', () => {
    const folder = createTree({});
    writeWhole(join(folder, 'generated', name), 'whole');
    expect(readFileSync(join(folder, 'generated', name), 'utf8')).toBe('whole');
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['generated', join('generated', name)]);
  });

  test('removes the drafts of processes that are gone, and no others', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const living = `${name}.${process.ppid}.tmp`;
    const folder = createTree({
      [`${name}.${pid}.tmp`]: 'half',
      [living]: 'half',
      [`${name}.tmp`]: 'of another tool',
      [`other.json.${pid}.tmp`]: 'of another file',
    });
    writeWhole(join(folder, name), 'whole');
    expect(readdirSync(folder).sort()).toEqual([name, living, `${name}.tmp`, `other.json.${pid}.tmp`].sort());
  });

  test('leaves no draft when the file cannot take its name', () => {
    const folder = createTree({});
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'inside'), '');
    expect(() => {
      writeWhole(join(folder, name), 'whole');
    }).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test.runIf(process.getuid?.() !== 0 && process.platform !== 'win32')(
    'leaves the old file where the folder is closed',
    () => {
      const folder = createTree({ [name]: 'old' });
      chmodSync(folder, 0o500);
      expect(() => {
        writeWhole(join(folder, name), 'new');
      }).toThrow('EACCES');
      chmodSync(folder, 0o700);
      expect(readFileSync(join(folder, name), 'utf8')).toBe('old');
      expect(existsSync(join(folder, `${name}.${process.pid}.tmp`))).toBe(false);
    },
  );
});
