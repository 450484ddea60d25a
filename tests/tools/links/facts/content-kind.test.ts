import { describe, expect, test } from 'vitest';
import { deriveKind } from '#tools/links/facts/content-kind.ts';

describe('the kind of a content', () => {
  test.each([
    ['text/html', 'x', 'html'],
    ['TEXT/HTML;charset=x', 'x', 'html'],
    ['application/xhtml+xml', 'x', 'html'],
    ['text/plain', '<!doctype html>', 'text'],
    ['text/markdown; charset=utf-8', '# x', 'text'],
    ['application/json', '{}', 'text'],
    ['application/atom+xml', '<feed/>', 'text'],
    ['application/javascript', 'x', 'text'],
    ['application/pdf', 'x', 'other'],
    ['image/svg+xml', '<svg/>', 'other'],
    ['application/zip', 'x', 'other'],
    ['nonsense', 'x', 'other'],
  ])('with the type `%s` and the text `%s` is `%s`', (type, text, kind) => {
    expect(deriveKind(type, text)).toBe(kind);
  });

  test.each([
    ['\n <!DOCTYPE HTML PUBLIC "x">', 'html'],
    ['<?xml version="1.0"?>\n<html xmlns="x">', 'html'],
    ['<!-- x --><p>', 'html'],
    ['<h1>x', 'html'],
    ['<hr1>', 'text'],
    ['import asyncio', 'text'],
    ['', 'text'],
    ['%PDF-1.7', 'other'],
    ['PK\u0003\u0004\u0014\u0000\u0000', 'other'],
  ])('without a type is seen from the text %j: `%s`', (text, kind) => {
    for (const type of ['', '*/*', 'application/octet-stream']) expect(deriveKind(type, text)).toBe(kind);
  });

  test('is not changed by a stray control character', () => {
    expect(deriveKind('text/html', `${'a'.repeat(100)}\u0000`)).toBe('html');
    expect(deriveKind('text/html', `${'a'.repeat(20)}\u0000`)).toBe('other');
  });

  test('is not changed by the escape character and the white space of old terminals', () => {
    expect(deriveKind('text/plain', '\u001b[1mbold\u001b[0m\f\t')).toBe('text');
  });
});
