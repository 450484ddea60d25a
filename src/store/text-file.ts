import { readFileSync, statSync } from 'node:fs';
import type { FileProblem } from './file-problems.ts';

/** Size over which a file is not read, in bytes: an entry is a page, and a page is not half a megabyte. */
export const fileSizeLimit = 512 * 1024;

/** Reads a text file. `text` is absent when it could not be read as text; its line endings are those of Unix. */
export function readTextFile(
  path: string,
  file: string,
  sizeLimit = fileSizeLimit,
): { text?: string; problems: FileProblem[] } {
  const at = { file, place: { line: 1, column: 1 } };
  const { size } = statSync(path);
  if (size > sizeLimit) {
    return {
      problems: [
        {
          ...at,
          ruleId: 'file-too-large',
          reason: `Unexpected size of ${Math.ceil(size / 1024).toLocaleString('en-GB')} KiB, expected at most ${sizeLimit / 1024} KiB`,
          hint: 'split the entry; data and pictures do not belong in prose',
        },
      ],
    };
  }
  const bytes = readFileSync(path);
  if (bytes.toString('latin1').trim() === '') {
    return {
      problems: [
        {
          ...at,
          ruleId: 'file-empty',
          reason: 'Unexpected empty file, expected an entry',
          hint: 'delete it, or scaffold one with `npm run new`',
        },
      ],
    };
  }
  const decoded = decode(bytes);
  if (decoded === undefined) {
    return {
      problems: [
        {
          ...at,
          ruleId: 'file-binary',
          reason: 'Unexpected binary file, expected UTF-8 text',
          hint: 'save it as UTF-8; pictures go to `public/`',
        },
      ],
    };
  }
  const problems: FileProblem[] = [];
  if (decoded.startsWith('\uFEFF')) {
    problems.push({
      ...at,
      ruleId: 'file-byte-order-mark',
      reason: 'Unexpected byte order mark, expected plain UTF-8',
      hint: 'save it as UTF-8 without a mark',
    });
  }
  const text = decoded.replace(/^\uFEFF/, '');
  const carriage = text.indexOf('\r');
  if (carriage !== -1) {
    const before = text.slice(0, carriage);
    problems.push({
      file,
      place: { line: before.split('\n').length, column: carriage - before.lastIndexOf('\n') },
      ruleId: 'file-line-endings',
      reason: 'Unexpected carriage return, expected lines that end in a line feed alone',
      hint: 'save it with Unix line endings; `.editorconfig` sets them',
    });
  }
  return { text: text.replaceAll(/\r\n?/g, '\n'), problems };
}

function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
