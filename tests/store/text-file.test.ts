import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileSizeLimit, readTextFile } from '#store/text-file.ts';
import { createTree } from './trees.ts';

function read(bytes: string | Uint8Array) {
  return readTextFile(join(createTree({ 'a.mdx': bytes }), 'a.mdx'), 'content/a.mdx');
}

const at = (line: number, column: number) => ({ file: 'content/a.mdx', place: { line, column } });

describe('a text file', () => {
  test('is its text when nothing is wrong with it', () => {
    expect(read('naïve — text\n')).toEqual({ text: 'naïve — text\n', problems: [] });
  });

  test('may be as large as the limit, and no larger', () => {
    expect(read('x'.repeat(fileSizeLimit)).problems).toEqual([]);
    expect(read('x'.repeat(fileSizeLimit + 1))).toEqual({
      problems: [
        {
          ...at(1, 1),
          ruleId: 'file-too-large',
          reason: 'Unexpected size of 513 KiB, expected at most 512 KiB',
          hint: 'split the entry; data and pictures do not belong in prose',
        },
      ],
    });
  });

  test.each(['', ' \n\t\r\n'])('is empty when it holds white space only: %j', (text) => {
    expect(read(text)).toEqual({
      problems: [
        {
          ...at(1, 1),
          ruleId: 'file-empty',
          reason: 'Unexpected empty file, expected an entry',
          hint: 'delete it, or scaffold one with `npm run new`',
        },
      ],
    });
  });

  test.each([
    ['a zero byte', Uint8Array.of(0x61, 0, 0x62)],
    ['a byte that is no UTF-8', Uint8Array.of(0x61, 0xff)],
    ['an overlong sequence', Uint8Array.of(0xc0, 0xaf)],
    ['UTF-16', Buffer.from('\ufefftext', 'utf16le')],
  ])('is binary when it holds %s', (_name, bytes) => {
    expect(read(bytes)).toEqual({
      problems: [
        {
          ...at(1, 1),
          ruleId: 'file-binary',
          reason: 'Unexpected binary file, expected UTF-8 text',
          hint: 'save it as UTF-8; pictures go to `public/`',
        },
      ],
    });
  });

  test('is still read with a byte order mark, which is reported', () => {
    expect(read('\ufefftext\n')).toEqual({
      text: 'text\n',
      problems: [
        {
          ...at(1, 1),
          ruleId: 'file-byte-order-mark',
          reason: 'Unexpected byte order mark, expected plain UTF-8',
          hint: 'save it as UTF-8 without a mark',
        },
      ],
    });
  });

  test.each([
    ['one\r\ntwo\r\n', 'one\ntwo\n', 1, 4],
    ['one\ntwo\r\nthree\n', 'one\ntwo\nthree\n', 2, 4],
    ['one\rtwo', 'one\ntwo', 1, 4],
  ])('is still read with carriage returns, and the first is reported: %j', (written, text, line, column) => {
    expect(read(written)).toEqual({
      text,
      problems: [
        {
          ...at(line, column),
          ruleId: 'file-line-endings',
          reason: 'Unexpected carriage return, expected lines that end in a line feed alone',
          hint: 'save it with Unix line endings; `.editorconfig` sets them',
        },
      ],
    });
  });
});
