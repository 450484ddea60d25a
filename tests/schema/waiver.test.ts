import { expect, test } from 'vitest';
import { waiversSchema } from '#schema/waiver.ts';

const waiver = {
  match: { citation: 'manual' },
  verdicts: ['blocked'],
  reason: 'The host refuses machines.',
  owner: 'A name',
  expires: new Date('2027-01-31'),
};

test('a waiver names one source, the verdicts it covers and the day it ends', () => {
  expect(waiversSchema.parse({ waivers: [waiver] })).toEqual({ waivers: [{ ...waiver, expires: '2027-01-31' }] });
});

test('a waiver that covers no verdict, an unknown one or more than a source is refused', () => {
  const refusals = [
    { ...waiver, verdicts: [] },
    { ...waiver, verdicts: ['any'] },
    { ...waiver, match: { citation: 'manual', host: 'example.com' } },
  ].map((wrong) => waiversSchema.safeParse({ waivers: [wrong] }).error?.issues.map(({ path }) => path.join('.')));
  expect(refusals).toEqual([['waivers.0.verdicts'], ['waivers.0.verdicts.0'], ['waivers.0.match']]);
});
