import { readdirSync } from 'node:fs';
import type * as FileSystem from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeWhole } from '#store/whole-file.ts';
import { createTree } from './trees.ts';

const { calls, paths } = vi.hoisted(() => ({ calls: [] as string[], paths: new Map<number, string>() }));

// What a power failure leaves cannot be tried out. That depends on the order of these calls, which are made for real.
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof FileSystem>();
  const tell = (call: string, target: unknown) =>
    calls.push(`${call} ${typeof target === 'number' ? (paths.get(target) ?? '') : String(target)}`);
  return {
    ...fs,
    openSync: (...parts: Parameters<typeof fs.openSync>) => {
      const handle = fs.openSync(...parts);
      paths.set(handle, String(parts[0]));
      return handle;
    },
    writeFileSync: (...parts: Parameters<typeof fs.writeFileSync>) => {
      tell('write', parts[0]);
      fs.writeFileSync(...parts);
    },
    fsyncSync: (handle: number) => {
      tell('sync', handle);
      fs.fsyncSync(handle);
    },
    renameSync: (...parts: Parameters<typeof fs.renameSync>) => {
      tell('rename', parts[0]);
      fs.renameSync(...parts);
    },
  };
});

test('a draft is on the disk before it takes the name, and the name before it is over', () => {
  const folder = createTree({});
  calls.length = 0;
  writeWhole(join(folder, 'a.json'), 'text');
  const draft = `a.json.${process.pid}.tmp`;
  const syncsFolder = process.platform !== 'win32';
  expect(calls.map((call) => call.replace(/ .*\//, ' '))).toEqual([
    `write ${draft}`,
    `sync ${draft}`,
    `rename ${draft}`,
    ...(syncsFolder ? [`sync ${basename(folder)}`] : []),
  ]);
  expect(readdirSync(folder)).toEqual(['a.json']);
});
