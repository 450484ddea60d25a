import { expect, test } from 'vitest';
import { parseObservationReport, renderObservationReport } from '#tools/links/history/observation-report.ts';
import { observeHostDown } from '#tools/links/schedule/host-down.ts';
import { citation, expectHash, fold, start } from '../history/observations.ts';
import { emptyHealth } from '#tools/links/history/render.ts';

const place = { file: 'content/sources/a-page.yaml', line: 4, column: 6, endColumn: 40 };
const observation = observeHostDown(
  { ...citation, fallbacks: [], language: 'en', ...place },
  { at: `${start}T06:00:00Z`, vantage: 'ci' },
);

test('a citation whose host is down was not asked for, and is unreachable', () => {
  expect(observation).toEqual({
    citation: 'a-page',
    url: 'https://docs.example.org/a',
    at: '2026-03-02T06:00:00Z',
    verdict: 'unreachable',
    code: 'HOST_DOWN',
    detail: '`docs.example.org` did not answer several times in a row, so it was not asked again',
    notes: [],
    hops: [],
    ms: 0,
    bytes: 0,
    truncated: false,
    expectHash,
    vantage: 'ci',
  });
});

test('it goes into reports and records as any other', () => {
  const report = {
    version: 1 as const,
    today: start,
    shard: { index: 1, count: 1 },
    planned: ['a-page'],
    skipped: [],
    hosts: [],
    canaries: [],
    observations: [observation],
  };
  expect(parseObservationReport(renderObservationReport(report), 'report.json')).toEqual({ report });
  expect(fold(emptyHealth, [observation], 0).health.links).toMatchObject([
    { state: 'suspect', streak: { kind: 'weak', n: 1 }, last: { code: 'HOST_DOWN' } },
  ]);
});
