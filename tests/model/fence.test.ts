import { expect, test } from 'vitest';
import { readIllustrative } from '#model/fence.ts';

test.each([
  ['illustrative="needs a server"', 'needs a server'],
  ['title="x" illustrative="needs a server" more', 'needs a server'],
  ['illustrative=""', null],
  ['illustrative', null],
  ["illustrative='needs a server'", null],
  ['notillustrative="needs a server"', null],
  ['', null],
  [null, null],
  [undefined, null],
])('the reason in %j is %j', (meta, reason) => {
  expect(readIllustrative(meta)).toBe(reason);
});
