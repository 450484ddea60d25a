import { expect, test } from 'vitest';
import { linkVerdicts, type LinkVerdict } from '#schema/link-health.ts';
import { listSecondPass } from '#tools/links/schedule/second-pass.ts';
import { createObservation } from '../history/observations.ts';

const observe = (citation: string, verdict: LinkVerdict) => createObservation(verdict, 0, { citation });

test('what failed or did not answer gets a second look, and nothing else', () => {
  const observations = linkVerdicts.map((verdict) => observe(verdict, verdict));
  expect(listSecondPass(observations)).toEqual([
    'anchor-missing',
    'drifted',
    'gone',
    'no-such-host',
    'soft-404',
    'tls-error',
    'unreachable',
  ]);
});

test('what was good once in the run needs no second look, and what failed twice needs one', () => {
  expect(
    listSecondPass([observe('b', 'gone'), observe('a', 'gone'), observe('b', 'ok'), observe('a', 'gone')]),
  ).toEqual(['a']);
});
