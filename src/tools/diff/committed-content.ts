import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readContent, type DiskContent } from '#store/disk.ts';
import type { CommittedFile } from './git.ts';

/**
 * Reads a content tree as a commit has it. It is laid out in a folder of its own, which is gone when this returns;
 * problems name their files as `ref:content/…`.
 */
export function readCommittedContent(files: readonly CommittedFile[], name: string): DiskContent {
  const root = mkdtempSync(join(tmpdir(), 'content-at-'));
  try {
    // Links last, so that no file is written through one.
    for (const { path, isLink, bytes } of files.toSorted((a, b) => Number(a.isLink) - Number(b.isLink))) {
      // git lists such names only of a tree that somebody made up.
      if (path.split('/').some((part) => part === '..' || part === '.' || part === '')) continue;
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      if (isLink) symlinkSync(bytes.toString('utf8'), target);
      else writeFileSync(target, bytes);
    }
    const read = readContent(root);
    return {
      ...read,
      problems: read.problems.map((problem) => ({
        ...problem,
        file: `${name}/${relative(root, resolve(problem.file)).replaceAll(sep, '/')}`,
      })),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
