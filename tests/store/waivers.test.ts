import { expect, test } from 'vitest';
import { parseWaivers } from '#store/waivers.ts';

const text = `waivers:
  - match: { citation: manual }
    verdicts: [blocked]
    reason: The host turns machines away.
    owner: content
    expires: 2027-01-31
`;

test('waivers are read as the schema has them', () => {
  expect(parseWaivers(text)).toEqual([
    {
      match: { citation: 'manual' },
      verdicts: ['blocked'],
      reason: 'The host turns machines away.',
      owner: 'content',
      expires: '2027-01-31',
    },
  ]);
});

test('a waiver of another shape is no waiver', () => {
  expect(() => parseWaivers(text.replace('blocked', 'ok'))).toThrow('Invalid option');
});
