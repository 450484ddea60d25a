import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseFragment } from '#tools/search/fragment.ts';

test('a record of Pagefind is read', () => {
  const record = { url: '/edges/a/', content: 'Text', meta: {} };
  expect(parseFragment(gzipSync(`pagefind_dcd${JSON.stringify(record)}`))).toEqual(record);
});

test('a file without the signature is refused', () => {
  expect(() => parseFragment(gzipSync('{}'))).toThrow(
    'Unexpected file of the search index, expected `pagefind_dcd` at its head',
  );
});
