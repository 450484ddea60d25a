import { describe, expect, test } from 'vitest';
import { decodeText } from '#tools/links/facts/charset.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const html = 'text/html';

describe('the charset of a body', () => {
  test.each([
    ['the byte order mark of UTF-8', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], 'text/html; charset=iso-8859-1', 'é'],
    ['the byte order mark of UTF-16, little end first', [0xff, 0xfe, 0xe9, 0], html, 'é'],
    ['the byte order mark of UTF-16, big end first', [0xfe, 0xff, 0, 0xe9], html, 'é'],
    ['the header', [0xe9], 'text/html; charset="ISO-8859-1"', 'é'],
    ['the header, where three bytes are no byte order mark', [0xef, 0xbb, 0x41], 'text/html; charset=latin1', 'ï»A'],
    ['the header, where the first of two bytes is', [0xfe, 0x41], 'text/html; charset=latin1', 'þA'],
    ['the header, where the second of two bytes is', [0x41, 0xff], 'text/html; charset=latin1', 'Aÿ'],
    ['the header, where the first byte is that of another mark', [0xff, 0x41], 'text/html; charset=latin1', 'ÿA'],
    ['the header, where the last byte is that of a mark', [0x41, 0xbb, 0xbf], 'text/html; charset=latin1', 'A»¿'],
    ['the header, where the last two bytes are that of a mark', [0xef, 0x41, 0xbf], 'text/html; charset=latin1', 'ïA¿'],
    ['the header, for a charset of another script', [0x82, 0xa0], 'text/html;charset=Shift_JIS', 'あ'],
    ['nothing, where it is UTF-8', [0xc3, 0xa9], html, 'é'],
    ['nothing, where it is not UTF-8', [0x93, 0xe9, 0x94], html, '“é”'],
    ['a header that is wrong about UTF-8', [0x93, 0xe9, 0x94], 'text/html; charset=utf-8', '“é”'],
    ['a header with a charset that nobody knows', [0xc3, 0xa9], 'text/html; charset=klingon', 'é'],
  ])('is known from %s', (_name, bytes, contentType, text) => {
    expect(decodeText(Uint8Array.from(bytes), contentType)).toBe(text);
  });

  test.each([
    ['<meta charset=koi8-r>', 'а'],
    ['<META name=x content=y><meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'а'],
    ['<?xml version="1.0" encoding="koi8-r"?>', 'а'],
    ['<!-- <meta charset=koi8-r> --><meta charset=windows-1252>', 'Á'],
    ['<meta charset=utf-16>', '\ufffd'],
    [`<!--${' '.repeat(1024)}--><meta charset=koi8-r>`, '\ufffd'],
  ])('is read from the document: %s', (start, letter) => {
    const text = decodeText(Uint8Array.from([...utf8(`${start}ééé`), 0xc1]), html);
    expect(text.at(-1)).toBe(letter);
  });

  test('stays UTF-8 when single bytes of it are broken', () => {
    expect(decodeText(Uint8Array.from([...utf8('naïve – café'), 0xff]), html)).toBe('naïve – café\ufffd');
  });
});
