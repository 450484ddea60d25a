import { expect, test } from 'vitest';
import { listSiteWords } from '#tools/search/words.ts';

test('words stand by the number of their pages, then by the alphabet, in their most common spelling', () => {
  expect(listSiteWords(['WebSocket and loops', 'websocket', 'WebSocket, loops: zeta alpha', 'loops'])).toEqual([
    'loops',
    'WebSocket',
    'alpha',
    'zeta',
  ]);
});

test('a name in code is a word, and so are its parts', () => {
  expect(listSiteWords(['Use %CSP.WebSocket and asyncio.to_thread(call).'])).toEqual([
    '%CSP',
    '%CSP.WebSocket',
    'asyncio',
    'asyncio.to_thread',
    'call',
    'to_thread',
    'WebSocket',
  ]);
});

test('addresses, numbers, digests and short words are none', () => {
  expect(listSiteWords(['See https://docs.example/page at 2026-11-20, the 3.14 of e635ea2cecb6 a to is.'])).toEqual([]);
});

test('the rarest are left out where there are very many', () => {
  const many = Array.from({ length: 13_000 }, (_, index) => `word${'abcdefghij'[index % 10] ?? ''}x${index}`).join(' ');
  const words = listSiteWords([many, 'wordax0']);
  expect(words).toHaveLength(12_000);
  expect(words[0]).toBe('wordax0');
});
